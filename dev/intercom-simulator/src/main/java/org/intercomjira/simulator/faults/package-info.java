/**
 * Misfortunes on demand: which call they hit, how often, and what the caller then sees.
 * They stand before the API and know its answers only from outside.
 */
package org.intercomjira.simulator.faults;
