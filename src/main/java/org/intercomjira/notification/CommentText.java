package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.RendererManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.net.URI;
import org.intercomjira.notification.HtmlReduction.Rest;
import org.intercomjira.platform.BaseUrl;
import org.springframework.stereotype.Component;

/** Turns a comment's wiki markup into the HTML of a note, with Jira's own renderer. */
@Component
class CommentText {
    /** Characters of text. Longer comments are cut: a note is read in a narrow column. */
    static final int LONGEST = 8_000;
    private static final String WIKI = "atlassian-wiki-renderer";

    private final RendererManager renderers;
    private final BaseUrl baseUrl;

    CommentText(@ComponentImport RendererManager renderers, BaseUrl baseUrl) {
        this.renderers = renderers;
        this.baseUrl = baseUrl;
    }

    /**
     * @param comment  the address of the comment
     * @param readMore the words of the link to the rest of a long comment
     */
    String html(Issue issue, String wiki, URI comment, String readMore) {
        String rendered = renderers.getRenderedContent(WIKI, wiki, issue.getIssueRenderContext());
        return new HtmlReduction(baseUrl.jira()).reduce(rendered, LONGEST, new Rest(comment, readMore));
    }
}
