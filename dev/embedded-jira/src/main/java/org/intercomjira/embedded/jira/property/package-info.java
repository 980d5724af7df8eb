/**
 * JSON values that are attached to issues, projects and comments. What stands in those of issues is also kept as single values, for searches:
 * written in the same transaction, so that it holds on every node and after every restart.
 */
package org.intercomjira.embedded.jira.property;
