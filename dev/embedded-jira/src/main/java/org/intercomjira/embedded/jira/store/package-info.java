/** Jira's tables: how they are made, filled for the first time, read and written. Plain SQL that both H2 and PostgreSQL take. */
package org.intercomjira.embedded.jira.store;
