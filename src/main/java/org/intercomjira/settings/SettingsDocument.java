package org.intercomjira.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The project property's JSON. Anyone who administers the project may write it over Jira's REST, so nothing in it is taken
 * on trust: what is missing takes its default, what is nonsense does so too and is listed, what is unknown is kept.
 */
final class SettingsDocument {
    private static final String FIELDS = "intercomIssuePanel.visibleFields.";
    private static final String USER = FIELDS + "user";
    private static final String LEAD = FIELDS + "lead";
    private static final String COMPANY = FIELDS + "company";

    private final JsonObject root;
    private final List<String> nonsense = new ArrayList<>();
    private final ProjectSettings settings;

    SettingsDocument(JsonObject root) {
        this.root = root;
        Set<Switch> on = Arrays.stream(Switch.values()).filter(this::isOn).collect(Collectors.toSet());
        VisibleFields defaults = ProjectSettings.DEFAULTS.visibleFields();
        this.settings = new ProjectSettings(on, new VisibleFields(names(USER, defaults.user()), names(LEAD, defaults.lead()), names(COMPANY, defaults.company())));
    }

    ProjectSettings settings() {
        return settings;
    }

    /** The paths at which known keys hold values of a wrong kind. */
    List<String> nonsense() {
        return List.copyOf(nonsense);
    }

    /** Everything that is stored, with the defaults written out where nothing or nonsense is. */
    JsonObject completed() {
        JsonObject whole = root.deepCopy();
        for (Switch each : Switch.values()) {
            JsonPaths.put(whole, each.path(), new JsonPrimitive(settings.isOn(each)));
        }
        for (Trigger trigger : Trigger.values()) {
            if (JsonPaths.at(whole, trigger.path() + ".name") == null) {
                JsonPaths.put(whole, trigger.path() + ".name", new JsonPrimitive(trigger.key()));
            }
        }
        JsonPaths.put(whole, USER, array(settings.visibleFields().user()));
        JsonPaths.put(whole, LEAD, array(settings.visibleFields().lead()));
        JsonPaths.put(whole, COMPANY, array(settings.visibleFields().company()));
        return whole;
    }

    /** Whether the change cannot be put over what is stored without throwing something away. */
    boolean collidesWith(JsonObject change) {
        return JsonPaths.collide(root, change);
    }

    /** The stored document with what the change names put over it, key by key; lists are replaced whole. */
    JsonObject mergedWith(JsonObject change) {
        JsonObject whole = root.deepCopy();
        JsonPaths.merge(whole, change);
        return whole;
    }

    /** What is left without all that is known here: other people's keys. */
    JsonObject unknown() {
        JsonObject rest = root.deepCopy();
        for (Switch each : Switch.values()) {
            JsonPaths.remove(rest, each.path());
        }
        for (Trigger trigger : Trigger.values()) {
            JsonPaths.remove(rest, trigger.path() + ".name");
        }
        List.of(USER, LEAD, COMPANY).forEach(path -> JsonPaths.remove(rest, path));
        return rest;
    }

    private boolean isOn(Switch wanted) {
        JsonElement found = JsonPaths.at(root, wanted.path());
        if (found != null && found.isJsonPrimitive() && found.getAsJsonPrimitive().isBoolean()) {
            return found.getAsBoolean();
        }
        if (found != null) {
            nonsense.add(wanted.path());
        }
        return wanted.isOnByDefault();
    }

    private List<String> names(String path, List<String> otherwise) {
        JsonElement found = JsonPaths.at(root, path);
        if (found == null) {
            return otherwise;
        }
        if (!found.isJsonArray() || !found.getAsJsonArray().asList().stream().allMatch(SettingsDocument::isText)) {
            nonsense.add(path);
            return otherwise;
        }
        return found.getAsJsonArray().asList().stream().map(JsonElement::getAsString).distinct().toList();
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
