package org.intercomjira.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The project property's JSON. Anyone who administers the project may write it over Jira's REST, so nothing in it is taken
 * on trust: what is missing takes its default, what is nonsense does so too and is listed, what is unknown is kept.
 */
final class SettingsDocument {
    private static final String NAME = "name";

    private final JsonObject root;
    private final List<String> nonsense = new ArrayList<>();

    SettingsDocument(JsonObject root) {
        this.root = root;
    }

    ProjectSettings settings() {
        ProjectSettings defaults = ProjectSettings.DEFAULTS;
        VisibleFields fields = defaults.visibleFields();
        return new ProjectSettings(
                flag("intercomIssuePanel.enabled", defaults.panelEnabled()),
                flag("intercomIssuePanel.allowConversationView", defaults.conversationViewEnabled()),
                flag("conversationLinking.enabled", defaults.linkingEnabled()),
                flag("conversationLinking.unassignOnOpen", defaults.unassignOnOpen()),
                Arrays.stream(Trigger.values()).collect(Collectors.toMap(Function.identity(), this::trigger)),
                new VisibleFields(names("user", fields.user()), names("lead", fields.lead()), names("company", fields.company())));
    }

    /** The paths at which known keys hold values of a wrong kind. */
    List<String> nonsense() {
        settings();
        return nonsense.stream().distinct().toList();
    }

    /** Everything that is stored, with the defaults written out where nothing or nonsense is. */
    JsonObject completed() {
        JsonObject whole = root.deepCopy();
        ProjectSettings settings = settings();
        put(whole, "intercomIssuePanel.enabled", new JsonPrimitive(settings.panelEnabled()));
        put(whole, "intercomIssuePanel.allowConversationView", new JsonPrimitive(settings.conversationViewEnabled()));
        put(whole, "conversationLinking.enabled", new JsonPrimitive(settings.linkingEnabled()));
        put(whole, "conversationLinking.unassignOnOpen", new JsonPrimitive(settings.unassignOnOpen()));
        Arrays.stream(Trigger.values()).forEach(trigger -> complete(whole, trigger, settings.trigger(trigger)));
        put(whole, "intercomIssuePanel.visibleFields.user", array(settings.visibleFields().user()));
        put(whole, "intercomIssuePanel.visibleFields.lead", array(settings.visibleFields().lead()));
        put(whole, "intercomIssuePanel.visibleFields.company", array(settings.visibleFields().company()));
        return whole;
    }

    /** The stored document with what the change names put over it, key by key; lists are replaced whole. */
    JsonObject mergedWith(JsonObject change) {
        JsonObject whole = root.deepCopy();
        merge(whole, change);
        return whole;
    }

    private static void merge(JsonObject target, JsonObject change) {
        change.entrySet().forEach(entry -> {
            JsonElement old = target.get(entry.getKey());
            if (old != null && old.isJsonObject() && entry.getValue().isJsonObject()) {
                merge(old.getAsJsonObject(), entry.getValue().getAsJsonObject());
            } else {
                target.add(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }

    private TriggerSettings trigger(Trigger trigger) {
        TriggerSettings defaults = ProjectSettings.DEFAULTS.trigger(trigger);
        String path = path(trigger);
        boolean filtered = trigger == Trigger.ISSUE_COMMENTED && flag(path + "filterEnabled", defaults.filterEnabled());
        return new TriggerSettings(flag(path + "enabled", defaults.enabled()), flag(path + "reopenConversations", defaults.reopenConversations()), filtered);
    }

    private static void complete(JsonObject whole, Trigger trigger, TriggerSettings wanted) {
        put(whole, path(trigger) + "enabled", new JsonPrimitive(wanted.enabled()));
        put(whole, path(trigger) + "reopenConversations", new JsonPrimitive(wanted.reopenConversations()));
        if (trigger == Trigger.ISSUE_COMMENTED) {
            put(whole, path(trigger) + "filterEnabled", new JsonPrimitive(wanted.filterEnabled()));
        }
        JsonObject stored = whole.getAsJsonObject("conversationLinking").getAsJsonObject("notificationTriggers").getAsJsonObject(trigger.key());
        if (!stored.has(NAME)) {
            stored.addProperty(NAME, trigger.key());
        }
    }

    private static String path(Trigger trigger) {
        return "conversationLinking.notificationTriggers." + trigger.key() + ".";
    }

    private boolean flag(String path, boolean otherwise) {
        JsonElement found = at(path);
        if (found == null) {
            return otherwise;
        }
        if (found.isJsonPrimitive() && found.getAsJsonPrimitive().isBoolean()) {
            return found.getAsBoolean();
        }
        nonsense.add(path);
        return otherwise;
    }

    private List<String> names(String kind, List<String> otherwise) {
        String path = "intercomIssuePanel.visibleFields." + kind;
        JsonElement found = at(path);
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

    /** The value at the path; null when it is not there. A step that is no object is nonsense. */
    private JsonElement at(String path) {
        JsonElement place = root;
        for (String step : path.split("\\.")) {
            if (!place.isJsonObject()) {
                nonsense.add(path);
                return null;
            }
            place = place.getAsJsonObject().get(step);
            if (place == null) {
                return null;
            }
        }
        return place;
    }

    private static void put(JsonObject root, String path, JsonElement value) {
        JsonObject place = root;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            if (!(place.get(steps[i]) instanceof JsonObject)) {
                place.add(steps[i], new JsonObject());
            }
            place = place.getAsJsonObject(steps[i]);
        }
        place.add(steps[steps.length - 1], value);
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
