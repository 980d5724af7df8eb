package com.atlassian.jira.event.issue;

import java.util.Collection;

/** The events of one operation on one issue. */
public interface IssueEventBundle {
    Collection<JiraIssueEvent> getEvents();
}
