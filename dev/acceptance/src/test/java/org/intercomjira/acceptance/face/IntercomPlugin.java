package org.intercomjira.acceptance.face;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The plugin's REST, as one account sees it. */
public final class IntercomPlugin {
    private static final String BASE = "/rest/intercom/1.0";
    private final Http http;

    IntercomPlugin(Http http) {
        this.http = http;
    }

    public Reply connection(String project) {
        return http.get(BASE + "/projects/" + project + "/connection");
    }

    /** Begins to connect. The answer says where the browser has to go. */
    public Reply connect(String project, String region) {
        return http.post(BASE + "/projects/" + project + "/connection", Map.of("region", region));
    }

    public Reply revoke(String project) {
        return http.delete(BASE + "/projects/" + project + "/connection");
    }

    public Reply settings(String project) {
        return http.get(BASE + "/projects/" + project + "/settings");
    }

    public Reply saveSettings(String project, JsonObject settings) {
        return http.put(BASE + "/projects/" + project + "/settings", settings);
    }

    /** Starts again with the defaults. */
    public Reply resetSettings(String project) {
        return http.delete(BASE + "/projects/" + project + "/settings");
    }

    public Reply links(String issue) {
        return http.get(BASE + "/issues/" + issue + "/links");
    }

    public List<JsonElement> linkList(String issue) {
        return Json.list(links(issue).expect(200).json().getAsJsonArray("links"));
    }

    /** @param conversation an id or any of Intercom's addresses */
    public Reply link(String issue, String conversation) {
        return http.post(BASE + "/issues/" + issue + "/links", Map.of("conversation", conversation));
    }

    public Reply unlink(String issue, String conversation) {
        return http.delete(BASE + "/issues/" + issue + "/links/" + conversation);
    }

    /** The keys of the issues that are linked to the conversation. */
    public List<String> issuesOf(String conversation) {
        return Json.list(http.get(BASE + "/conversations/" + conversation + "/issues").expect(200).json().getAsJsonArray("issues")).stream()
                .map(issue -> issue.getAsJsonObject().get("key").getAsString()).toList();
    }

    public Reply report(String project) {
        return http.get(BASE + "/projects/" + project + "/report");
    }

    public Reply reportAsCsv(String project) {
        return http.with("Accept", "text/csv").get(BASE + "/projects/" + project + "/report/csv");
    }

    public Reply adminSettings() {
        return http.get(BASE + "/admin/settings");
    }

    public Reply saveAdminSettings(Object settings) {
        return http.put(BASE + "/admin/settings", settings);
    }

    /** The first 200. */
    public Reply failedDeliveries() {
        return http.get(BASE + "/admin/deliveries?state=failed&limit=200");
    }

    /** Whether nothing is sent because this Jira may be a copy. */
    public Reply installation() {
        return http.get(BASE + "/admin/installation");
    }

    /** @param decision same or copy */
    public Reply decide(String decision) {
        return http.post(BASE + "/admin/installation/" + decision, Map.of());
    }

    /** A request as a table of permissions names it. */
    public Reply send(String method, String path, String body) {
        return http.send(method, BASE + path, "application/json", body);
    }
}
