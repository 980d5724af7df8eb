/**
 * The Jira administrator's page: Intercom app credentials, region, connections and deliveries.
 * The page and every change need a secure administrator session; a script may bring its credentials instead.
 */
package org.intercomjira.administration;
