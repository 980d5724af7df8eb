/**
 * Intercom's REST API as published for version 2.16: one class per group of operations, and classes that write its JSON.
 * {@link org.intercomjira.simulator.api.Api} is the door: who calls, which version, how many calls are left.
 */
package org.intercomjira.simulator.api;
