package com.atlassian.jira.issue.fields.renderer;

import com.atlassian.jira.issue.Issue;

/** The issue around a text that is rendered. */
public class IssueRenderContext {
    private final Issue issue;

    /** The issue may be null. */
    public IssueRenderContext(Issue issue) {
        this.issue = issue;
    }

    public Issue getIssue() {
        return issue;
    }
}
