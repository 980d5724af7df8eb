/**
 * The client of the Intercom API: requests, records and the taxonomy of failures.
 * It imports no Atlassian and no servlet type.
 * It knows nothing of issues or projects.
 */
package org.intercomjira.intercom;
