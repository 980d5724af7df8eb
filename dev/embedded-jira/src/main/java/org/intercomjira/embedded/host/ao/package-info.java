/** Active Objects for plugins: tables with the plugin's prefix, migrated at the first use, in transactions of Jira's database. */
package org.intercomjira.embedded.host.ao;
