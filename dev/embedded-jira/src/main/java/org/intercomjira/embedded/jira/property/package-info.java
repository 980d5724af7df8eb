/** JSON values that are attached to issues and projects. */
package org.intercomjira.embedded.jira.property;
