package org.intercomjira.embedded.host.sample;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.api.model.WebPanel;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Shows the issue's key and requires a web-resource for the page. */
public class SamplePanel implements WebPanel {
    private final PageBuilderService pages;

    public SamplePanel(PageBuilderService pages) {
        this.pages = pages;
    }

    @Override
    public String getHtml(Map<String, Object> context) {
        pages.assembler().resources().requireWebResource("sample:required");
        return "<p class=\"sample-panel\">" + ((Issue) context.get("issue")).getKey() + "</p>";
    }

    @Override
    public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
        writer.write(getHtml(context));
    }
}
