/**
 * The Jira administrator's page: Intercom app credentials, region, connections and deliveries.
 * Needs a secure administrator session.
 */
package org.intercomjira.administration;
