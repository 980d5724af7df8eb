/**
 * The processes that the tests run against: an embedded Jira with the plugin's JAR and a simulated Intercom.
 * They are real processes, so that one can be killed; with {@code -Djira.url} and {@code -Dintercom.url} others are used.
 */
package org.intercomjira.acceptance.host;
