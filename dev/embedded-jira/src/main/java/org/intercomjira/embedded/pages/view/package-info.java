/**
 * Jira's own pages: login, dashboard, issues, project settings, administration.
 * Each is a shell whose data comes from Jira's REST in the browser; what the shell shows is checked against the user's permissions here.
 */
package org.intercomjira.embedded.pages.view;
