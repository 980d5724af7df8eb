/** An embedded Jira for development and tests: Jira's public faces, and no more of Jira than the plugin touches. */
package org.intercomjira.embedded;
