package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;

/** Turns what people write into HTML. */
public interface RendererManager {
    String getRenderedContent(String rendererType, String value, IssueRenderContext context);
}
