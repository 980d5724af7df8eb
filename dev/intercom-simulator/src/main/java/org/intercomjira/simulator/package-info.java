/**
 * An Intercom for development and tests: three regions with workspaces, OAuth, the REST API, an Inbox page, and faults on demand.
 * {@link org.intercomjira.simulator.IntercomSimulator} puts the parts together; everything lives in memory.
 */
package org.intercomjira.simulator;
