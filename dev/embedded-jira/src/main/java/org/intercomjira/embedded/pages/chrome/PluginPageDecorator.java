package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.PageDecorator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Dresses a plugin's page as its {@code meta} tags ask: as project settings, as administration, or in the plain header. */
public final class PluginPageDecorator implements PageDecorator {
    private final Surroundings around;
    private final Chrome chrome;

    public PluginPageDecorator(Surroundings around) {
        this.around = around;
        this.chrome = new Chrome(around);
    }

    @Override
    public void decorate(HttpServletRequest request, HttpServletResponse response, String html) throws IOException {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        Visit visit = new Visit(request, response, around.rules().currentUser());
        switch (meta(document, "decorator")) {
            case "atl.admin", "admin" -> writeAdministration(visit, document);
            case "atl.general", "general" -> chrome.write(visit, page(document).context("atl.general"));
            case "none", "" -> response.getWriter().write(html);
            // A misspelt decorator would show an undressed page in Jira, and nobody would know why.
            default -> throw new IllegalArgumentException("Jira has no decorator " + meta(document, "decorator"));
        }
    }

    private void writeAdministration(Visit visit, Document document) throws IOException {
        Page page = page(document).context("atl.admin");
        String tab = meta(document, "admin.active.tab");
        Optional<Project> project = around.rules().visibleProject(meta(document, "projectKey"), visit.user());
        if (project.isPresent()) {
            Html content = new ProjectChrome(around).settings(visit, project.get(), tab, page.content());
            chrome.write(visit, page.content(content).bodyClass(ProjectChrome.BODY_CLASS).meta("project-key", project.get().getKey()));
        } else {
            chrome.write(visit, page.content(new AdministrationChrome(around).around(visit, meta(document, "admin.active.section"), tab, page.content())));
        }
    }

    private static Page page(Document document) {
        String title = document.title();
        document.head().select("title, meta[charset], meta[name=decorator]").remove();
        return Page.titled(title).head(new Html(document.head().html())).content(new Html(document.body().html()));
    }

    private static String meta(Document document, String name) {
        return document.head().select("meta").stream().filter(meta -> meta.attr("name").equals(name)).map(meta -> meta.attr("content"))
                .findFirst().orElse("");
    }
}
