package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.ofbiz.core.entity.GenericValue;

/**
 * Turns outcomes into Jira's events. The published Javadoc of IssueEventBundle gives the measure: an edit that also assigns and comments is one bundle
 * with an event for each of these, all with the change log or comment they are about.
 */
final class Announcements {
    private static final Map<String, Object> BY_ACTION = Map.of("eventsource", "action");
    private static final Map<String, Object> BY_WORKFLOW = Map.of("eventsource", "workflow");

    private final IssueEvents events;

    Announcements(IssueEvents events) {
        this.events = events;
    }

    void created(StoredIssue issue, ApplicationUser user) {
        alone(event(issue, user, null, null, BY_WORKFLOW, EventType.ISSUE_CREATED_ID));
    }

    void deleted(StoredIssue issue, ApplicationUser user, Manner manner) {
        alone(event(issue, user, null, null, EventType.ISSUE_DELETED_ID, manner));
    }

    void edited(Outcome outcome, ApplicationUser user, Manner manner) {
        if (outcome.isNothing()) {
            return;
        }
        GenericValue log = outcome.changeLog();
        List<IssueEvent> bundle = new ArrayList<>();
        if (outcome.changedMoreThanAssignee()) {
            bundle.add(event(outcome.issue(), user, null, log, EventType.ISSUE_UPDATED_ID, manner));
        }
        if (outcome.reassigned()) {
            bundle.add(event(outcome.issue(), user, null, log, EventType.ISSUE_ASSIGNED_ID, manner));
        }
        if (outcome.comment() != null) {
            bundle.add(event(outcome.issue(), user, outcome.comment(), null, EventType.ISSUE_COMMENTED_ID, manner));
        }
        Long plainType = bundle.size() == 1 ? bundle.get(0).getEventTypeId() : EventType.ISSUE_UPDATED_ID;
        events.publish(event(outcome.issue(), user, outcome.comment(), log, plainType, manner), bundle);
    }

    /** The transition's own event carries change log and comment; an assignee that changed on the way has one more. */
    void transitioned(Outcome outcome, Long eventType, ApplicationUser user, Manner manner) {
        IssueEvent plain = event(outcome.issue(), user, outcome.comment(), outcome.changeLog(), BY_WORKFLOW, eventType, manner);
        List<IssueEvent> bundle = new ArrayList<>(List.of(plain));
        if (outcome.reassigned()) {
            bundle.add(event(outcome.issue(), user, null, plain.getChangeLog(), BY_WORKFLOW, EventType.ISSUE_ASSIGNED_ID, manner));
        }
        events.publish(plain, bundle);
    }

    /** The change log holds the old and the new key and project. */
    void moved(Outcome outcome, ApplicationUser user, Manner manner) {
        alone(event(outcome.issue(), user, null, outcome.changeLog(), EventType.ISSUE_MOVED_ID, manner));
    }

    void commented(StoredComment comment, ApplicationUser user) {
        alone(event(comment.issue(), user, comment, null, BY_ACTION, EventType.ISSUE_COMMENTED_ID));
    }

    void commentEdited(StoredComment before, StoredComment after, ApplicationUser user) {
        alone(event(after.issue(), user, after, null, Map.of("eventsource", "action", "originalcomment", before), EventType.ISSUE_COMMENT_EDITED_ID));
    }

    void commentDeleted(Outcome outcome, ApplicationUser user) {
        alone(event(outcome.issue(), user, null, outcome.changeLog(), BY_ACTION, EventType.ISSUE_COMMENT_DELETED_ID));
    }

    private void alone(IssueEvent event) {
        events.publish(event, List.of(event));
    }

    private static IssueEvent event(StoredIssue issue, ApplicationUser user, StoredComment comment, GenericValue log, Map<String, Object> params, Long type) {
        return event(issue, user, comment, log, params, type, Manner.ALONE);
    }

    private static IssueEvent event(StoredIssue issue, ApplicationUser user, StoredComment comment, GenericValue log, Long type, Manner manner) {
        return event(issue, user, comment, log, BY_ACTION, type, manner);
    }

    private static IssueEvent event(StoredIssue issue, ApplicationUser user, StoredComment comment, GenericValue log, Map<String, Object> params, Long type, Manner manner) {
        return new IssueEvent(issue, user, comment, log, params, type, manner.sendMail(), manner.spanning());
    }
}
