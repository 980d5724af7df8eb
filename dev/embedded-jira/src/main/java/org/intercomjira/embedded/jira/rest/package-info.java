/** Jira's REST paths in Jira's own shapes. */
package org.intercomjira.embedded.jira.rest;
