package org.intercomjira.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a project administrator chose for a project; the vendor's defaults where nothing was chosen.
 *
 * @param on the switches that are on
 */
public record ProjectSettings(Set<Switch> on, VisibleFields visibleFields) {
    private static final List<String> PERSON = List.of("email", "phone", "user_id", "created_at", "last_request_at", "session_count");

    public static final ProjectSettings DEFAULTS = new ProjectSettings(Switch.defaults(), new VisibleFields(PERSON, PERSON, List.of("size", "website")));

    public ProjectSettings {
        EnumSet<Switch> copy = EnumSet.noneOf(Switch.class);
        copy.addAll(on);
        on = Collections.unmodifiableSet(copy);
    }

    public boolean isOn(Switch wanted) {
        return on.contains(wanted);
    }

    /** These settings with one switch in another position. */
    public ProjectSettings with(Switch changed, boolean isOn) {
        EnumSet<Switch> switches = EnumSet.noneOf(Switch.class);
        switches.addAll(on);
        if (isOn) {
            switches.add(changed);
        } else {
            switches.remove(changed);
        }
        return new ProjectSettings(switches, visibleFields);
    }

    public boolean panelEnabled() {
        return isOn(Switch.PANEL);
    }

    public boolean conversationViewEnabled() {
        return isOn(Switch.CONVERSATION_VIEW);
    }

    public boolean linkingEnabled() {
        return isOn(Switch.LINKING);
    }

    public boolean unassignOnOpen() {
        return isOn(Switch.UNASSIGN_ON_OPEN);
    }

    /** Whether a conversation is told that it was linked or unlinked. */
    public boolean linkNotesEnabled() {
        return isOn(Switch.LINK_NOTES);
    }

    /** Whether Jira Service Management's internal comments count as comments. */
    public boolean internalCommentsSent() {
        return isOn(Switch.INTERNAL_COMMENTS);
    }

    /** Whether people may write to the customer from Jira. */
    public boolean customerRepliesAllowed() {
        return isOn(Switch.CUSTOMER_REPLIES);
    }

    public TriggerSettings trigger(Trigger trigger) {
        return switch (trigger) {
            case ISSUE_ASSIGNMENT_CHANGED -> new TriggerSettings(isOn(Switch.ASSIGNMENT_NOTES), isOn(Switch.ASSIGNMENT_REOPENS), false);
            case ISSUE_COMMENTED -> new TriggerSettings(isOn(Switch.COMMENT_NOTES), isOn(Switch.COMMENT_REOPENS), isOn(Switch.COMMENT_FILTER));
            case ISSUE_TRANSITIONED -> new TriggerSettings(isOn(Switch.TRANSITION_NOTES), isOn(Switch.TRANSITION_REOPENS), false);
        };
    }
}
