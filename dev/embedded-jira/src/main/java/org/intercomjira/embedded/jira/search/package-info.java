/**
 * The part of JQL that the embedded Jira understands: its own fields, the functions of plugins, and values within issue properties by the aliases
 * that plugins give them. Queries become SQL on the tables; there is no index beside them that could be behind.
 */
package org.intercomjira.embedded.jira.search;
