package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.web.api.model.WebPanel;
import com.atlassian.templaterenderer.TemplateRenderer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** The panel on the issue: only its frame, which the script fills, so the page waits for nothing. */
public class IssueConversationsPanel implements WebPanel {
    private static final String TEMPLATE = "templates/link/issue-conversations.vm";

    private final TemplateRenderer templates;

    public IssueConversationsPanel(@ComponentImport TemplateRenderer templates) {
        this.templates = templates;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        try (StringWriter html = new StringWriter()) {
            writeHtml(html, context);
            return html.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        Issue issue = (Issue) context.get("issue");
        templates.render(TEMPLATE, Map.of("issueKey", issue.getKey(), "projectKey", issue.getProjectObject().getKey()), writer);
    }
}
