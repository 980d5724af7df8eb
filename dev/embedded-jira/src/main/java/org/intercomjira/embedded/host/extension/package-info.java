/** Modules of plugins that take part in Jira's own rules: post functions, JQL functions, indexed properties, types of custom fields. */
package org.intercomjira.embedded.host.extension;
