package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;

/** Renders texts of issues. */
public interface RendererManager {
    String getRenderedContent(String rendererType, String value, IssueRenderContext context);
}
