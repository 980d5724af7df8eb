/** What Jira keeps for each thread. */
package org.intercomjira.embedded.jira.thread;
