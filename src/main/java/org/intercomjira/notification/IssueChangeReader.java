package org.intercomjira.notification;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.ofbiz.core.entity.GenericEntityException;
import org.ofbiz.core.entity.GenericValue;

/** Reads Jira's events of one operation on one issue. Reading the items of a change costs a query: there is mostly one change, or none. */
final class IssueChangeReader {
    private static final String ITEMS = "ChildChangeItem";
    /** These come with a comment that is not new. */
    private static final Set<Long> OF_OLD_COMMENTS = Set.of(EventType.ISSUE_COMMENT_EDITED_ID, EventType.ISSUE_COMMENT_DELETED_ID);

    private IssueChangeReader() {
    }

    /**
     * What the operation did, its comment together with its change; empty when it did nothing that this app tells of.
     *
     * @param later says by the types of a change's events what of its record is to be told, if the record can be read later
     */
    static List<IssueChange> read(List<IssueEvent> events, Function<Set<Long>, Optional<Telling>> later) {
        List<NewComment> comments = new ArrayList<>(comments(events));
        List<IssueChange> changes = new ArrayList<>();
        for (GenericValue log : changeLogs(events)) {
            Optional<Telling> unread = later.apply(types(events, log));
            List<GenericValue> items = unread.isPresent() ? List.of() : items(log);
            AssigneeChange assignee = assignee(items).orElse(null);
            StatusChange status = status(items).orElse(null);
            if (unread.isPresent() || assignee != null || status != null) {
                NewComment comment = comments.isEmpty() ? null : comments.remove(0);
                changes.add(change(events.get(0), log.getLong("id"), assignee, status, comment, unread.orElse(null)));
            }
        }
        comments.forEach(comment -> changes.add(change(events.get(0), null, null, null, comment, null)));
        return changes;
    }

    /** An operation without any change, in which only a post function has something to say. */
    static IssueChange nothing(IssueEvent event) {
        return change(event, null, null, null, null, null);
    }

    private static IssueChange change(IssueEvent event, Long changeGroup, AssigneeChange assignee, StatusChange status, NewComment comment,
                                      Telling unread) {
        ApplicationUser actor = event.getUser();
        return new IssueChange(new IssueId(event.getIssue().getId()), new ProjectId(event.getIssue().getProjectObject().getId()),
                actor == null ? null : actor.getDisplayName(), changeGroup, assignee, status, comment, FunctionWish.NONE, 0, unread);
    }

    private static Set<Long> types(List<IssueEvent> events, GenericValue log) {
        return events.stream().filter(event -> event.getChangeLog() != null && log.getLong("id").equals(event.getChangeLog().getLong("id")))
                .map(IssueEvent::getEventTypeId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static List<GenericValue> changeLogs(List<IssueEvent> events) {
        Map<Long, GenericValue> logs = new LinkedHashMap<>();
        events.stream().map(IssueEvent::getChangeLog).filter(Objects::nonNull).forEach(log -> logs.putIfAbsent(log.getLong("id"), log));
        return List.copyOf(logs.values());
    }

    private static List<NewComment> comments(List<IssueEvent> events) {
        Map<Long, NewComment> comments = new LinkedHashMap<>();
        events.stream().filter(event -> event.getComment() != null && !OF_OLD_COMMENTS.contains(event.getEventTypeId()))
                .map(IssueEvent::getComment).forEach(comment -> comments.putIfAbsent(comment.getId(), comment(comment)));
        return List.copyOf(comments.values());
    }

    private static NewComment comment(Comment comment) {
        return new NewComment(comment.getId(), comment.getBody(), CommentVisibility.isRestricted(comment));
    }

    private static Optional<AssigneeChange> assignee(List<GenericValue> items) {
        return item(items, "assignee", item -> new AssigneeChange(item.getString("oldstring"), item.getString("newstring")));
    }

    private static Optional<StatusChange> status(List<GenericValue> items) {
        return item(items, "status", item -> new StatusChange(item.getString("oldvalue"), item.getString("newvalue"),
                item.getString("oldstring"), item.getString("newstring")));
    }

    /** A custom field may have the same name. */
    private static <T> Optional<T> item(List<GenericValue> items, String field, Function<GenericValue, T> reading) {
        return items.stream().filter(item -> field.equals(item.getString("field")) && !"custom".equals(item.getString("fieldtype")))
                .findFirst().map(reading);
    }

    private static List<GenericValue> items(GenericValue changeLog) {
        try {
            return changeLog.getRelated(ITEMS);
        } catch (GenericEntityException e) {
            throw new IllegalStateException("The items of a change could not be read", e);
        }
    }
}
