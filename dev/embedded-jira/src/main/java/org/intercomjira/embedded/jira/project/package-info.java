/** Projects and the roles that people have in them. */
package org.intercomjira.embedded.jira.project;
