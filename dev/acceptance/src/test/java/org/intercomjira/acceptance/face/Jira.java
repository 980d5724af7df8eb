package org.intercomjira.acceptance.face;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Jira's own REST, as one account sees it. */
public final class Jira {
    public static final String TO_DO = "11";
    public static final String IN_PROGRESS = "21";
    public static final String DONE = "31";
    private final URI base;
    private final Http http;

    public Jira(URI base, Account account) {
        this(base, account.authorization().map(value -> Http.at(base).with("Authorization", value)).orElseGet(() -> Http.at(base)));
    }

    /** As somebody whose password is the name. */
    public Jira(URI base, String name) {
        this(base, Http.at(base).with("Authorization", Account.authorization(name, name)));
    }

    private Jira(URI base, Http http) {
        this.base = base;
        this.http = http;
    }

    /** The same person, who gives up after this time without an answer. */
    public Jira within(Duration time) {
        return new Jira(base, http.within(time));
    }

    /** The same person by a personal access token in place of a password. */
    public Jira byAccessToken(String token) {
        return new Jira(base, Http.at(base).with("Authorization", "Bearer " + token));
    }

    /** Makes a personal access token of this person. */
    public String newAccessToken() {
        Reply reply = http.post("/rest/pat/latest/tokens", Map.of("name", "acceptance", "expirationDuration", 90));
        return reply.expect(201).json().get("rawToken").getAsString();
    }

    public IntercomPlugin plugin() {
        return new IntercomPlugin(http);
    }

    /** Creates a task. @return its key */
    public String createIssue(String project, String summary) {
        Map<String, Object> fields = Map.of("project", Map.of("key", project), "summary", summary, "issuetype", Map.of("name", "Task"));
        return http.post("/rest/api/2/issue", Map.of("fields", fields)).expect(201).json().get("key").getAsString();
    }

    /** Creates a task below another; only the stand-in for Jira offers that. @return its key */
    public String createSubTask(String parent, String summary) {
        return http.post("/rest/stand-in/1.0/subtask?parent=" + parent, Map.of("summary", summary)).expect(201).json().get("key").getAsString();
    }

    public JsonObject issue(String key) {
        return http.get("/rest/api/2/issue/" + key).expect(200).json();
    }

    public Reply transition(String key, String transition) {
        return tryTransition(key, transition).expect(204);
    }

    /** One that may be refused. */
    public Reply tryTransition(String key, String transition) {
        return http.post("/rest/api/2/issue/" + key + "/transitions", Map.of("transition", Map.of("id", transition)));
    }

    public String statusOf(String key) {
        return issue(key).getAsJsonObject("fields").getAsJsonObject("status").get("name").getAsString();
    }

    public void comment(String key, String text) {
        tryComment(key, text).expect(201);
    }

    /** One that may be refused. */
    public Reply tryComment(String key, String text) {
        return http.post("/rest/api/2/issue/" + key + "/comment", Map.of("body", text));
    }

    /** One that only people in a role of the project may see. */
    public Reply tryCommentFor(String role, String key, String text) {
        return http.post("/rest/api/2/issue/" + key + "/comment", Map.of("body", text, "visibility", Map.of("type", "role", "value", role)));
    }

    /** Lets only administrators of the project see the issue. */
    public void hide(String key) {
        tryHide(key, true).expect(204);
    }

    /** Sets or takes away who may see the issue; may be refused. */
    public Reply tryHide(String key, boolean hidden) {
        return http.put("/rest/api/2/issue/" + key, "{\"fields\":{\"security\":" + (hidden ? "{\"name\":\"Confidential\"}" : "null") + "}}");
    }

    /** Changes issues as a script does that dispatches no event; only the stand-in for Jira offers that. */
    public void script(List<String> keys, Map<String, String> values) {
        Map<String, Object> body = new HashMap<>(values);
        body.put("issues", keys);
        http.post("/rest/stand-in/1.0/script", body).expect(204);
    }

    public Reply search(String jql) {
        return http.get("/rest/api/2/search?maxResults=500&jql=" + Http.encoded(jql));
    }

    /** The keys of the issues that a query finds, in its order. */
    public List<String> keysOf(String jql) {
        return Json.list(search(jql).expect(200).json().getAsJsonArray("issues")).stream().map(issue -> issue.getAsJsonObject().get("key").getAsString()).toList();
    }

    /** The id of the custom field of that type, which is made if there is none. */
    public String field(String name, String type) {
        return Json.list(http.get("/rest/api/2/field").expect(200).element().getAsJsonArray()).stream().map(JsonElement::getAsJsonObject)
                .filter(field -> field.get("custom").getAsBoolean() && field.getAsJsonObject("schema").get("custom").getAsString().equals(type)).findFirst()
                .orElseGet(() -> http.post("/rest/api/2/field", Map.of("name", name, "type", type)).expect(201).json()).get("id").getAsString();
    }

    /** Makes somebody who may edit in project DEMO; the password is the name. */
    public void newDeveloper(String name, String displayName) {
        http.post("/rest/api/2/user", Map.of("name", name, "password", name, "emailAddress", name + "@example.com", "displayName", displayName)).expect(201);
        http.post("/rest/api/2/group/user?groupname=jira-developers", Map.of("name", name)).expect(201);
    }

    public void rename(Account account, String displayName) {
        http.put("/rest/api/2/user?username=" + account.userName(), Map.of("displayName", displayName)).expect(200);
    }

    public Reply issueProperty(String key, String property) {
        return http.get("/rest/api/2/issue/" + key + "/properties/" + property);
    }

    public Reply projectProperty(String key, String property) {
        return http.get("/rest/api/2/project/" + key + "/properties/" + property);
    }

    public Reply page(String path) {
        return http.get(path);
    }

    public Http http() {
        return http;
    }
}
