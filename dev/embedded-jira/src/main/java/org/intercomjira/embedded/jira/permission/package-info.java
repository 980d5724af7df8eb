/** Who may do what: grants of the permission scheme by project role, and global permissions by group. */
package org.intercomjira.embedded.jira.permission;
