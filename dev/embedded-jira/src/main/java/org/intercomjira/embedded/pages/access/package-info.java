/**
 * Who calls: the login page, Tomcat's session, basic authentication and personal access tokens.
 * Secure administrator sessions ("web sudo") and the XSRF tokens of Jira's own forms live here too.
 */
package org.intercomjira.embedded.pages.access;
