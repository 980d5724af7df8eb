/** Tells listeners what happened to an issue, as Jira does: after the change is stored, on the thread that made it. */
package org.intercomjira.embedded.jira.event;
