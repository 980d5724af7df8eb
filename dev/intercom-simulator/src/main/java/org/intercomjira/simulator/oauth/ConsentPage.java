package org.intercomjira.simulator.oauth;

import java.util.List;
import java.util.stream.Collectors;
import org.intercomjira.simulator.world.Region;
import org.intercomjira.simulator.world.Teammate;
import org.intercomjira.simulator.world.Workspace;
import org.jsoup.nodes.Entities;

/** The HTML of the consent page; whoever opens it chooses whom to be, since the simulator has no log-in. */
final class ConsentPage {

    private ConsentPage() {}

    static String question(OAuthApp app, String state, String redirectUri, Region region, List<Workspace> workspaces) {
        return page("Authorize access", """
                <h1>%s would like to access your Intercom workspace</h1>
                <p>It will be able to read conversations and contacts and to write notes and replies as you.</p>
                <form method="post" action="%s/oauth/consent">
                  <input type="hidden" name="client_id" value="%s">
                  <input type="hidden" name="state" value="%s">
                  <input type="hidden" name="redirect_uri" value="%s">
                  <label for="workspace">Workspace</label>
                  <select id="workspace" name="workspace">%s</select>
                  <label for="teammate">Logged in as</label>
                  <select id="teammate" name="teammate">%s</select>
                  <p class="buttons">
                    <button class="primary" name="decision" value="allow" id="allow">Allow</button>
                    <button name="decision" value="deny" id="deny">Deny</button>
                  </p>
                </form>
                <script src="/assets/consent.js"></script>
                """.formatted(escape(app.name()), region.prefix(), escape(app.clientId()), escape(state), escape(redirectUri),
                workspaces.stream().map(ConsentPage::option).collect(Collectors.joining()),
                workspaces.stream().map(ConsentPage::teammates).collect(Collectors.joining())));
    }

    static String problem(String sentence) {
        return page("Authorization failed", "<h1>This app cannot be authorized</h1><p>" + escape(sentence) + "</p>");
    }

    private static String option(Workspace workspace) {
        return "<option value=\"%s\">%s</option>".formatted(escape(workspace.id()), escape(workspace.name()));
    }

    private static String teammates(Workspace workspace) {
        String options = workspace.teammates().stream().map(ConsentPage::option).collect(Collectors.joining());
        return "<optgroup label=\"%s\" data-workspace=\"%s\">%s</optgroup>".formatted(escape(workspace.name()), escape(workspace.id()), options);
    }

    private static String option(Teammate teammate) {
        return "<option value=\"%s\">%s (%s)</option>".formatted(escape(teammate.id()), escape(teammate.name()), escape(teammate.email()));
    }

    private static String page(String title, String content) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s | Intercom (simulated)</title>
                <link rel="stylesheet" href="/assets/simulator.css"></head>
                <body class="narrow"><main class="card"><p class="brand">Intercom <small>simulated</small></p>%s</main></body></html>
                """.formatted(title, content);
    }

    private static String escape(String text) {
        return Entities.escape(text).replace("\"", "&quot;");
    }
}
