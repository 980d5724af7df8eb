/**
 * What unit tests of all packages share: Active Objects over a real database in memory.
 * It stands in for Jira's transactions and table names.
 * Nothing of it is in the JAR.
 */
package org.intercomjira.testing;
