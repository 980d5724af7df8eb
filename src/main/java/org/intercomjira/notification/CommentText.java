package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.RendererManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.intercomjira.notification.HtmlReduction.Rest;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a comment's wiki markup into the HTML of a note, with Jira's own renderer. */
@Component
class CommentText {
    /** Characters of text. Longer comments are cut: a note is read in a narrow column. */
    static final int LONGEST = 8_000;
    private static final String WIKI = "atlassian-wiki-renderer";

    private static final Logger LOG = LoggerFactory.getLogger(CommentText.class);

    private final RendererManager renderers;
    private final BaseUrl baseUrl;
    private final Clock clock;
    private final RenderingTries tries = new RenderingTries();

    CommentText(@ComponentImport RendererManager renderers, BaseUrl baseUrl, Clock clock) {
        this.renderers = renderers;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** A text that cannot be rendered now; it may be another time. */
    static final class NotRendered extends RuntimeException {
        NotRendered(Throwable cause) {
            super("A comment could not be rendered", cause);
        }
    }

    /**
     * Macros and renderers of other apps run here, so that any {@link Throwable} may come out of it.
     *
     * @param comment  the address of the comment
     * @param readMore the words of the link to the rest of a long comment
     * @return empty when the text has been tried {@link RenderingTries#MOST} times in vain
     * @throws NotRendered when it failed and is to be tried again
     */
    Optional<String> html(Issue issue, String wiki, URI comment, String readMore) {
        RenderingTries.Text text = new RenderingTries.Text(comment, wiki.hashCode());
        Instant begun = clock.instant();
        if (tries.areUsedUp(text, begun)) {
            return Optional.empty();
        }
        tries.begin(text, begun);
        try {
            String rendered = renderers.getRenderedContent(WIKI, wiki, issue.getIssueRenderContext());
            String html = new HtmlReduction(baseUrl.jira()).reduce(rendered, LONGEST, new Rest(comment, readMore));
            tries.succeeded(text);
            return Optional.of(html);
        } catch (RuntimeException | Error e) {
            tries.failed(text, begun);
            if (tries.areUsedUp(text, clock.instant())) {
                LOG.warn("A comment of issue {} cannot be rendered; its note goes out without its text", issue.getId(), new Trace(e));
                return Optional.empty();
            }
            throw new NotRendered(e);
        }
    }
}
