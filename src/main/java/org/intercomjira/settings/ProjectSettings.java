package org.intercomjira.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a project administrator chose for a project; the vendor's defaults where nothing was chosen. */
public record ProjectSettings(boolean panelEnabled, boolean conversationViewEnabled, boolean linkingEnabled, boolean unassignOnOpen,
        Map<Trigger, TriggerSettings> triggers, VisibleFields visibleFields) {
    private static final List<String> PERSON = List.of("email", "phone", "user_id", "created_at", "last_request_at", "session_count");

    public static final ProjectSettings DEFAULTS = new ProjectSettings(true, true, true, false,
            Arrays.stream(Trigger.values()).collect(Collectors.toMap(Function.identity(), trigger -> new TriggerSettings(true, false, false))),
            new VisibleFields(PERSON, PERSON, List.of("size", "website")));

    public ProjectSettings {
        triggers = Map.copyOf(triggers);
    }

    public TriggerSettings trigger(Trigger trigger) {
        return triggers.get(trigger);
    }
}
