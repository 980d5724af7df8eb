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
        alone(new IssueEvent(issue, user, null, null, BY_WORKFLOW, EventType.ISSUE_CREATED_ID));
    }

    void deleted(StoredIssue issue, ApplicationUser user) {
        alone(new IssueEvent(issue, user, null, null, BY_ACTION, EventType.ISSUE_DELETED_ID));
    }

    void edited(Outcome outcome, ApplicationUser user) {
        if (outcome.isNothing()) {
            return;
        }
        GenericValue log = outcome.changeLog();
        List<IssueEvent> bundle = new ArrayList<>();
        if (outcome.changedMoreThanAssignee()) {
            bundle.add(new IssueEvent(outcome.issue(), user, null, log, BY_ACTION, EventType.ISSUE_UPDATED_ID));
        }
        if (outcome.reassigned()) {
            bundle.add(new IssueEvent(outcome.issue(), user, null, log, BY_ACTION, EventType.ISSUE_ASSIGNED_ID));
        }
        if (outcome.comment() != null) {
            bundle.add(new IssueEvent(outcome.issue(), user, outcome.comment(), null, BY_ACTION, EventType.ISSUE_COMMENTED_ID));
        }
        Long plainType = bundle.size() == 1 ? bundle.get(0).getEventTypeId() : EventType.ISSUE_UPDATED_ID;
        events.publish(new IssueEvent(outcome.issue(), user, outcome.comment(), log, BY_ACTION, plainType), bundle);
    }

    /** The transition's own event carries change log and comment; an assignee that changed on the way has one more. */
    void transitioned(Outcome outcome, Long eventType, ApplicationUser user) {
        IssueEvent plain = new IssueEvent(outcome.issue(), user, outcome.comment(), outcome.changeLog(), BY_WORKFLOW, eventType);
        List<IssueEvent> bundle = new ArrayList<>(List.of(plain));
        if (outcome.reassigned()) {
            bundle.add(new IssueEvent(outcome.issue(), user, null, plain.getChangeLog(), BY_WORKFLOW, EventType.ISSUE_ASSIGNED_ID));
        }
        events.publish(plain, bundle);
    }

    void commented(StoredComment comment, ApplicationUser user) {
        alone(new IssueEvent(comment.issue(), user, comment, null, BY_ACTION, EventType.ISSUE_COMMENTED_ID));
    }

    void commentEdited(StoredComment before, StoredComment after, ApplicationUser user) {
        alone(new IssueEvent(after.issue(), user, after, null, Map.of("eventsource", "action", "originalcomment", before), EventType.ISSUE_COMMENT_EDITED_ID));
    }

    void commentDeleted(Outcome outcome, ApplicationUser user) {
        alone(new IssueEvent(outcome.issue(), user, null, outcome.changeLog(), BY_ACTION, EventType.ISSUE_COMMENT_DELETED_ID));
    }

    private void alone(IssueEvent event) {
        events.publish(event, List.of(event));
    }
}
