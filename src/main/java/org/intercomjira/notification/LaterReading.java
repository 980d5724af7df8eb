package org.intercomjira.notification;

import com.atlassian.jira.event.type.EventType;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Trigger;

/**
 * Decides by the types of its events alone whether Jira's record of a change may be read later, when its note is sent: the query is
 * spared whoever waits for the change. When the guess is wrong, a message is stored that turns out to have nothing to tell.
 */
final class LaterReading {
    /** Events that come whatever has changed. Any other says that somebody was assigned, or that a transition was made. */
    private static final Set<Long> OF_ANY_CHANGE = Set.of(EventType.ISSUE_CREATED_ID, EventType.ISSUE_UPDATED_ID, EventType.ISSUE_DELETED_ID, EventType.ISSUE_MOVED_ID,
            EventType.ISSUE_COMMENTED_ID, EventType.ISSUE_COMMENT_EDITED_ID, EventType.ISSUE_COMMENT_DELETED_ID,
            EventType.ISSUE_WORKLOGGED_ID, EventType.ISSUE_WORKLOG_UPDATED_ID, EventType.ISSUE_WORKLOG_DELETED_ID);

    private LaterReading() {
    }

    /**
     * What is to be said of a change by the settings as they are now; empty when its record has to be read first.
     *
     * @param types  of the events that come with the change
     * @param chosen asked only if the change may be one of assignee or status
     */
    static Optional<Telling> of(Set<Long> types, Supplier<ProjectSettings> chosen) {
        if (!isOurs(types)) {
            return Optional.empty();
        }
        ProjectSettings settings = chosen.get();
        boolean assignee = settings.linkingEnabled() && NotificationRules.tells(settings, Trigger.ISSUE_ASSIGNMENT_CHANGED);
        boolean status = settings.linkingEnabled() && NotificationRules.tells(settings, Trigger.ISSUE_TRANSITIONED);
        boolean isLikely = types.stream().anyMatch(type -> EventType.ISSUE_ASSIGNED_ID.equals(type) ? assignee : status && isTransition(type));
        return isLikely || !assignee && !status ? Optional.of(new Telling(assignee, status, false)) : Optional.empty();
    }

    /** The same for a change of which nothing is to be said, whatever it is. */
    static Optional<Telling> ofSilent(Set<Long> types) {
        return isOurs(types) ? Optional.of(Telling.NOTHING) : Optional.empty();
    }

    private static boolean isOurs(Set<Long> types) {
        return types.stream().anyMatch(type -> EventType.ISSUE_ASSIGNED_ID.equals(type) || isTransition(type));
    }

    private static boolean isTransition(Long type) {
        return !EventType.ISSUE_ASSIGNED_ID.equals(type) && !OF_ANY_CHANGE.contains(type);
    }
}
