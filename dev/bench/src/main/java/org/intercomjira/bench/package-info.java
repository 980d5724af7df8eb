/**
 * Measures the plugin's own classes on real databases and against the simulated Intercom. A figure is a ratio of two things measured in
 * turn in the same run, because machines differ and are busy. Jira's own services are stubs that cost next to nothing.
 */
package org.intercomjira.bench;
