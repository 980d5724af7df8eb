/** Who there is: accounts, their groups, passwords and personal access tokens, and who acts on a thread. */
package org.intercomjira.embedded.jira.account;
