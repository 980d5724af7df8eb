/**
 * The public faces that the tests speak to: Jira's REST, the plugin's REST and pages, Intercom's pages.
 * Only {@link org.intercomjira.acceptance.face.SimulatedIntercom} knows that Intercom is simulated.
 */
package org.intercomjira.acceptance.face;
