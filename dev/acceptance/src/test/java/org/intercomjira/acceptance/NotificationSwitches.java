package org.intercomjira.acceptance;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;

/** The switches of a project, by the names that the table of notifications gives them. */
final class NotificationSwitches {
    private static final String TRIGGERS = "conversationLinking.notificationTriggers.";
    private static final Map<String, Position> POSITIONS = Map.ofEntries(
            Map.entry("linking off", new Position("conversationLinking.enabled", false)),
            Map.entry("unassign", new Position("conversationLinking.unassignOnOpen", true)),
            Map.entry("assignments off", new Position(TRIGGERS + "issueAssignmentChanged.enabled", false)),
            Map.entry("assignments reopen", new Position(TRIGGERS + "issueAssignmentChanged.reopenConversations", true)),
            Map.entry("comments off", new Position(TRIGGERS + "issueCommented.enabled", false)),
            Map.entry("comments reopen", new Position(TRIGGERS + "issueCommented.reopenConversations", true)),
            Map.entry("filter", new Position(TRIGGERS + "issueCommented.filterEnabled", true)),
            Map.entry("transitions off", new Position(TRIGGERS + "issueTransitioned.enabled", false)),
            Map.entry("transitions reopen", new Position(TRIGGERS + "issueTransitioned.reopenConversations", true)),
            Map.entry("internal comments", new Position("intercomForJiraDataCenter.internalComments", true)),
            Map.entry("link notes off", new Position("intercomForJiraDataCenter.linkNotes", false)));

    private final Scene scene;

    NotificationSwitches(Scene scene) {
        this.scene = scene;
    }

    /** Where a switch stands when the table names it; otherwise it stands the other way. */
    private record Position(String path, boolean named) {
    }

    /** These as named, all others as they are by default. */
    void set(List<String> named) {
        JsonObject change = new JsonObject();
        POSITIONS.forEach((name, position) -> put(change, position.path(), position.named() == named.contains(name)));
        if (!POSITIONS.keySet().containsAll(named)) {
            throw new IllegalArgumentException("Unknown settings among " + named);
        }
        scene.pluginAs(Account.PROJECT_ADMIN).saveSettings(Scene.PROJECT, change).expect(200);
    }

    void restore() {
        set(List.of());
    }

    private static void put(JsonObject root, String path, boolean value) {
        String[] steps = path.split("\\.");
        JsonObject place = root;
        for (int at = 0; at < steps.length - 1; at++) {
            if (!place.has(steps[at])) {
                place.add(steps[at], new JsonObject());
            }
            place = place.getAsJsonObject(steps[at]);
        }
        place.add(steps[steps.length - 1], new JsonPrimitive(value));
    }
}
