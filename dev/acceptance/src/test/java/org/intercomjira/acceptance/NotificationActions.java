package org.intercomjira.acceptance;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Http;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Jira;

/** Does what the table of notifications says, by the names that it has there. */
final class NotificationActions {
    static final String TEXT = "It *works* now.";
    private static final Map<String, Object> ROLE = Map.of("visibility", Map.of("type", "role", "value", "Developers"));
    private static final Map<String, Object> GROUP = Map.of("visibility", Map.of("type", "group", "value", "jira-developers"));

    private final Http jira;
    private final IntercomPlugin plugin;

    NotificationActions(Scene scene) {
        this.jira = scene.as(Account.DEVELOPER).http();
        this.plugin = scene.pluginAs(Account.DEVELOPER);
    }

    /** Brings the issue to where the action begins, before it is linked. */
    void prepare(String action, String issue) {
        if (action.equals("reassign") || action.equals("remove the assignee")) {
            assign(issue, "developer");
        } else {
            assign(issue, null);
        }
        if (action.equals("edit a comment") || action.equals("delete a comment")) {
            write(issue, comment(TEXT, Map.of()));
        }
    }

    void run(String action, LinkedIssue linked) {
        String issue = linked.issue();
        switch (action) {
            case "move" -> transition(issue, Map.of());
            case "assign", "reassign" -> assign(issue, "project-admin");
            case "remove the assignee" -> assign(issue, null);
            case "edit the summary" -> edit(issue, Map.of("fields", Map.of("summary", "Another summary")));
            case "edit a comment" -> jira.put(oldComment(issue), Map.of("body", "edited")).expect(200);
            case "delete a comment" -> jira.delete(oldComment(issue)).expect(204);
            case "link" -> plugin.link(issue, linked.conversation()).expect(201);
            case "unlink" -> plugin.unlink(issue, linked.conversation()).expect(204);
            case "move and comment" -> transition(issue, update(comment(TEXT, Map.of())));
            case "move and comment for a role" -> transition(issue, update(comment(TEXT, ROLE)));
            case "move and make an internal comment" -> transition(issue, update(comment(TEXT, mark(Map.of("internal", true)))));
            case "assign and comment" -> edit(issue, both(assignee(), update(comment(TEXT, Map.of()))));
            case "assign, move and comment" -> transition(issue, both(assignee(), update(comment(TEXT, Map.of()))));
            default -> write(issue, commentNamed(action));
        }
    }

    private static Map<String, Object> commentNamed(String action) {
        return switch (action) {
            case "comment" -> comment(TEXT, Map.of());
            case "comment with the word" -> comment(TEXT + " #Intercom", Map.of());
            case "comment with the word inside another" -> comment(TEXT + " x#intercom #intercoms http://a/#intercom", Map.of());
            case "comment for a role" -> comment(TEXT, ROLE);
            case "comment for a role with the word" -> comment(TEXT + " #intercom", ROLE);
            case "comment for a group" -> comment(TEXT, GROUP);
            case "internal comment" -> comment(TEXT, mark(Map.of("internal", true)));
            case "public comment" -> comment(TEXT, mark(Map.of("internal", false)));
            case "comment with an unreadable mark" -> comment(TEXT, mark("yes"));
            default -> throw new IllegalArgumentException("Nobody knows how to " + action);
        };
    }

    private void transition(String issue, Map<String, Object> more) {
        jira.post("/rest/api/2/issue/" + issue + "/transitions", both(Map.of("transition", Map.of("id", Jira.DONE)), more)).expect(204);
    }

    private void edit(String issue, Map<String, Object> change) {
        jira.put("/rest/api/2/issue/" + issue, change).expect(204);
    }

    private void assign(String issue, String name) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        jira.put("/rest/api/2/issue/" + issue + "/assignee", body).expect(204);
    }

    private void write(String issue, Map<String, Object> comment) {
        jira.post("/rest/api/2/issue/" + issue + "/comment", comment).expect(201);
    }

    private String oldComment(String issue) {
        JsonObject comments = jira.get("/rest/api/2/issue/" + issue + "/comment").expect(200).json();
        String id = comments.getAsJsonArray("comments").get(0).getAsJsonObject().get("id").getAsString();
        return "/rest/api/2/issue/" + issue + "/comment/" + id;
    }

    private static Map<String, Object> comment(String text, Map<String, Object> more) {
        return both(Map.of("body", text), more);
    }

    private static Map<String, Object> mark(Object value) {
        return Map.of("properties", List.of(Map.of("key", "sd.public.comment", "value", value)));
    }

    private static Map<String, Object> assignee() {
        return Map.of("fields", Map.of("assignee", Map.of("name", "project-admin")));
    }

    private static Map<String, Object> update(Map<String, Object> comment) {
        return Map.of("update", Map.of("comment", List.of(Map.of("add", comment))));
    }

    private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }
}
