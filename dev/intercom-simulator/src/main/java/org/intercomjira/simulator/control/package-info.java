/**
 * The address of the tests, below {@code /control}: faults, history, tokens, conversations, reset.
 * Nothing of it exists at the real Intercom.
 */
package org.intercomjira.simulator.control;
