package org.intercomjira.notification;

import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/**
 * What one operation did to an issue, all of its events taken together.
 *
 * @param changeGroup id of Jira's record of the change
 * @param actorName   display name of who did it, null for nobody
 * @param status      null when the status stayed
 */
record IssueChange(IssueId issue, ProjectId project, long changeGroup, String actorName, StatusChange status) {
}
