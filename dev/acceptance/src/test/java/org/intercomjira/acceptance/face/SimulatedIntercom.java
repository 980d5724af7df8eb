package org.intercomjira.acceptance.face;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What only a simulated Intercom offers: conversations on demand, faults on demand, a history of requests. */
public final class SimulatedIntercom {
    private static final String NOTE = "/conversations/\\d+/reply$";
    private final URI address;
    private final Http control;

    public SimulatedIntercom(URI address) {
        this.address = address;
        this.control = Http.at(URI.create(address + "/control"));
    }

    /** Begins a conversation in this person's workspace. @return its id */
    public String newConversation(Teammate teammate, String title, String text) {
        return control.post("/conversations", Map.of("workspace", teammate.workspace(), "title", title, "body", text))
                .expect(201).json().get("id").getAsString();
    }

    /** Begins a conversation as the control address takes it. @return its id */
    public String newConversation(JsonObject wishes) {
        return control.post("/conversations", wishes).expect(201).json().get("id").getAsString();
    }

    /** Who began the conversation, by Intercom's id. */
    public String contactOf(String conversation) {
        return control.get("/conversations/" + conversation).expect(200).json().getAsJsonObject("contacts").getAsJsonArray("contacts").get(0).getAsJsonObject().get("id").getAsString();
    }

    /** Both contacts are one from now on, as when a lead signs up. */
    public void merge(String contact, String into) {
        control.post("/contacts/" + contact + "/merge", Map.of("into", into)).expect(204);
    }

    /** Changes a conversation as the control address takes it. */
    public void change(String conversation, JsonObject wishes) {
        control.put("/conversations/" + conversation, wishes).expect(200);
    }

    /** Every part of the conversation. */
    public List<JsonObject> partsOf(String conversation) {
        JsonArray parts = control.get("/conversations/" + conversation).expect(200).json()
                .getAsJsonObject("conversation_parts").getAsJsonArray("conversation_parts");
        return Json.list(parts).stream().map(JsonElement::getAsJsonObject).toList();
    }

    /** Begins so many conversations at once. @return their ids */
    public List<String> newConversations(Teammate teammate, int count) {
        JsonArray ids = control.post("/conversations", Map.of("workspace", teammate.workspace(), "title", "One of many", "count", count))
                .expect(201).json().getAsJsonArray("ids");
        return Json.list(ids).stream().map(JsonElement::getAsString).toList();
    }

    /** Notes in the order of their arrival. */
    public List<Note> notesIn(String conversation) {
        JsonArray parts = control.get("/conversations/" + conversation).expect(200).json()
                .getAsJsonObject("conversation_parts").getAsJsonArray("conversation_parts");
        return Json.list(parts).stream().map(JsonElement::getAsJsonObject).filter(part -> part.get("part_type").getAsString().equals("note"))
                .map(part -> new Note(part.getAsJsonObject("author").get("id").getAsString(), part.get("body").getAsString())).toList();
    }

    /** Closes, snoozes or opens it, as another teammate would. */
    public void set(String conversation, String state) {
        control.put("/conversations/" + conversation, Map.of("state", state)).expect(200);
    }

    /** open, closed or snoozed */
    public String stateOf(String conversation) {
        return control.get("/conversations/" + conversation).expect(200).json().get("state").getAsString();
    }

    /** The address of a conversation in a teammate's Inbox. */
    public String pageOf(Teammate teammate, String conversation) {
        return appHost(teammate) + "/a/inbox/" + teammate.workspace() + "/inbox/conversation/" + conversation;
    }

    /** What stands for {@code https://app.intercom.com} in this person's region. */
    public String appHost(Teammate teammate) {
        return address + "/" + teammate.region();
    }

    /** Refuses every request from now on, as an Intercom that cannot be reached. */
    public void goDown() {
        fault(Map.of("kind", "down", "times", -1));
    }

    /** Answers every request late from now on. */
    public void hesitate(Duration delay) {
        fault(Map.of("kind", "latency", "times", -1, "delayMs", delay.toMillis()));
    }

    /** Stores the next note, but never answers. */
    public void storeTheNextNoteWithoutAnswering() {
        fault(Map.of("kind", "hang_after_store", "times", 1, "method", "POST", "path", NOTE));
    }

    /** Stores the next note in this conversation 40 seconds after the connection is cut, and shows what it has stored 20 seconds later. */
    public void storeTheNextNoteLate(String conversation) {
        fault(Map.of("kind", "stored_late", "times", 1, "method", "POST", "path", "/conversations/" + conversation + "/reply$"));
        fault(Map.of("kind", "stale_read", "times", -1, "method", "GET", "path", "/conversations/" + conversation + "$"));
    }

    /** From now on some calls go wrong, each in a way that leaves open whether it was heard: 1% hang, 2% are answered with 5xx, 1% are cut. */
    public void misbehave() {
        fault(Map.of("kind", "hang_after_store", "rate", 0.01, "method", "POST", "path", NOTE));
        for (String when : List.of("before", "after")) {
            fault(Map.of("kind", "cut", "rate", 0.005, "when", when, "path", "/conversations/"));
            fault(Map.of("kind", "status", "status", 503, "rate", 0.01, "when", when, "path", "/conversations/"));
        }
    }

    /** Refuses the next calls as too many. */
    public void refuseForTheRate(int calls) {
        fault(Map.of("kind", "rate_limit", "times", calls, "path", "/conversations/"));
    }

    /** Takes no note in this conversation, whatever it says. */
    public void refuseNotesIn(String conversation) {
        fault(Map.of("kind", "status", "status", 400, "code", "parameter_invalid", "message", "Not in this conversation", "times", -1, "method", "POST",
                "path", "/conversations/" + conversation + "/"));
    }

    /** Refuses this conversation as a ticket is refused that the app may not read. */
    public void refuseAsUnauthorised(String conversation) {
        fault(Map.of("kind", "status", "status", 401, "code", "token_unauthorized", "message", "Not authorized to access resource", "times", -1,
                "path", "/conversations/" + conversation));
    }

    public void deleteConversation(String conversation) {
        control.delete("/conversations/" + conversation).expect(204);
    }

    /** Refuses every note from now on, as when the app user may not write in this conversation. */
    public void refuseNotes() {
        fault(Map.of("kind", "forbidden", "times", -1, "method", "POST", "path", "/conversations/\\d+/reply$"));
    }

    public void delete(String conversation) {
        control.delete("/conversations/" + conversation).expect(204);
    }

    /**
     * Stores no note, and answers each as one call too many: such a note is tried again within seconds. After any answer that leaves it open
     * whether the note was stored, minutes pass before the next attempt.
     */
    public void failOnNotes() {
        fault(Map.of("kind", "rate_limit", "times", -1, "method", "POST", "path", "/conversations/\\d+/reply$"));
    }

    private void fault(Map<String, Object> fault) {
        control.post("/faults", fault).expect(201);
    }

    /** Takes all faults back. */
    public void recover() {
        control.delete("/faults").expect(204);
    }

    /** Takes the authorisation back, as when the teammate changes the password. */
    public void revokeTokensOf(Teammate teammate) {
        control.post("/tokens/revoke", Map.of("workspace", teammate.workspace(), "teammate", teammate.id())).expect(200);
    }

    /** The SHA-256 of every access token that was used. */
    public Set<String> tokenDigests() {
        return requests("").stream().map(request -> request.get("tokenSha256")).filter(digest -> !digest.isJsonNull()).map(JsonElement::getAsString)
                .collect(Collectors.toSet());
    }

    /** The requests that came, oldest first. */
    public List<JsonObject> requests(String pathPattern) {
        JsonArray requests = control.get("/requests?path=" + Http.encoded(pathPattern)).expect(200).json().getAsJsonArray("requests");
        return Json.list(requests).stream().map(JsonElement::getAsJsonObject).toList();
    }

    public void forgetRequests() {
        control.delete("/requests").expect(204);
    }
}
