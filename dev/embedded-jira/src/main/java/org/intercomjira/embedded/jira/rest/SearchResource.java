package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.embedded.jira.search.JqlError;
import org.intercomjira.embedded.jira.search.Search;

/** {@code /search}: JQL by GET and by POST. */
final class SearchResource {
    private static final int MOST_RESULTS = 1000;

    private final Search search;
    private final IssueShapes shapes;

    SearchResource(Search search, IssueShapes shapes) {
        this.search = search;
        this.shapes = shapes;
    }

    void addTo(Router router) {
        router.on("GET", "/search", call -> find(call, call.query("jql", ""), call.number("startAt", 0), call.number("maxResults", 50),
                IssueResource.wantedFields(call.query("fields", ""))));
        router.on("POST", "/search", this::post);
    }

    private Answer post(Call call) {
        Body body = call.body();
        JsonElement fields = body.get("fields");
        Set<String> wanted = fields == null || !fields.isJsonArray() ? Set.of()
                : fields.getAsJsonArray().asList().stream().filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).collect(Collectors.toSet());
        return find(call, body.has("jql") ? body.text("jql") : "", body.number("startAt", 0), body.number("maxResults", 50), wanted);
    }

    private Answer find(Call call, String jql, int startAt, int maxResults, Set<String> wanted) {
        int start = Math.max(0, startAt);
        int size = Math.max(0, Math.min(MOST_RESULTS, maxResults));
        try {
            Search.Page page = search.find(jql, call.user(), start, size);
            return Answer.ok(Shape.of("expand", "schema,names").with("startAt", start).with("maxResults", size).with("total", page.total())
                    .with("issues", page.issues().stream().map(issue -> shapes.issue(issue, wanted)).toList()));
        } catch (JqlError e) {
            throw RestError.bad(e.messages());
        }
    }
}
