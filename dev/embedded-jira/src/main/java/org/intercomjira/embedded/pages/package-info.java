/**
 * Jira's pages and the guards before them: who calls, secure administrator sessions, XSRF tokens, and the chrome around plugins' pages.
 * Pages are shells made from templates on the server; what is on them is loaded from Jira's REST in the browser, so that both faces agree.
 */
package org.intercomjira.embedded.pages;
