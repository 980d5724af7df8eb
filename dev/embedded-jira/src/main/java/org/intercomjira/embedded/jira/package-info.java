/**
 * Jira's own part of the embedded Jira: accounts, projects, issues and what happens to them, in tables named as Jira's.
 * Its faces are the {@code com.atlassian.jira} services that plugins import and the REST paths below {@code /rest/api/2}.
 * Nothing is kept in memory that another node on the same database could change.
 */
package org.intercomjira.embedded.jira;
