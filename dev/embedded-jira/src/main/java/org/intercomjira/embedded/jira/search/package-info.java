/** The part of JQL that the embedded Jira understands. */
package org.intercomjira.embedded.jira.search;
