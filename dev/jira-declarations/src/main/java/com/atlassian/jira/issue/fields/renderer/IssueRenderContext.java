package com.atlassian.jira.issue.fields.renderer;

/** What rendering needs to know of an issue. */
public class IssueRenderContext {
    IssueRenderContext() {
        throw new UnsupportedOperationException("declaration only");
    }
}
