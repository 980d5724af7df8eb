package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/**
 * Reads from Jira what its events would have told. What happened before the issue came into its project is left out: it was for the
 * connection and the settings of another project, or for nobody.
 */
@Component
class IssueHistory {
    /** What a move between projects changes besides the key. */
    private static final String PROJECT = "project";

    private static final int MAX_LOOKS = 3;

    private final IssueManager issues;
    private final ChangeHistoryManager histories;
    private final CommentManager comments;

    IssueHistory(@ComponentImport IssueManager issues, @ComponentImport ChangeHistoryManager histories, @ComponentImport CommentManager comments) {
        this.issues = issues;
        this.histories = histories;
        this.comments = comments;
    }

    /**
     * A change or a comment.
     *
     * @param at     by the clock of the node where it happened
     * @param author key of who did it; null for nobody
     */
    record Happened(Instant at, String author, IssueChange change) {
        /** What it is in the outbox. */
        Fact fact() {
            return change.facts().get(0);
        }
    }

    /**
     * One of the issue's changes, with null for what stayed; empty when Jira has no record of it.
     *
     * @param changeGroup its id
     */
    Optional<IssueChange> find(Issue issue, long changeGroup) {
        return histories.getChangeHistories(issue).stream().filter(each -> each.getId() == changeGroup).findFirst().map(each -> read(issue, each));
    }

    /**
     * The issue's changes of status and assignee and its comments from this time on, in the order in which they were made as far as
     * anything tells it: see {@link ChangeOrder}; comments by their time. What happened before the issue came into its project is left out.
     */
    List<Happened> all(Issue issue, Instant since) {
        List<ChangeHistory> changes = ordered(issue, since);
        int moved = IntStream.range(0, changes.size()).filter(at -> isMove(changes.get(at))).max().orElse(-1);
        Instant here = moved < 0 ? since : at(changes.get(moved));
        Deque<Happened> said = comments.getComments(issue).stream().filter(each -> !each.getCreated().toInstant().isBefore(here))
                .map(each -> comment(issue, each)).sorted(Comparator.comparing(Happened::at))
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Happened> all = new ArrayList<>();
        for (ChangeHistory history : changes.subList(moved + 1, changes.size())) {
            while (!said.isEmpty() && said.peek().at().isBefore(at(history))) {
                all.add(said.poll());
            }
            all.add(new Happened(at(history), key(history.getAuthorObject()), read(issue, history)));
        }
        all.addAll(said);
        all.removeIf(each -> each.change().facts().isEmpty());
        return all;
    }

    /**
     * The chain of changes is read backwards from the status that the issue has, so the status must be of the same moment as the history:
     * people move issues while we look.
     */
    private List<ChangeHistory> ordered(Issue issue, Instant since) {
        String status = issue.getStatusId();
        for (int look = 0; look < MAX_LOOKS; look++) {
            List<ChangeHistory> changes = since(issue, since);
            Issue now = ChangeOrder.endsIn(changes, status) ? issue : issues.getIssueObject(issue.getId());
            if (now == null || now == issue || Objects.equals(now.getStatusId(), status)) {
                return ChangeOrder.of(changes, status);
            }
            status = now.getStatusId();
        }
        return ChangeOrder.of(since(issue, since), null);
    }

    private List<ChangeHistory> since(Issue issue, Instant since) {
        return histories.getChangeHistories(issue).stream().filter(each -> !at(each).isBefore(since)).toList();
    }

    /** Whether the issue may have been hidden at some time since then: its security level was changed, or it was archived or restored. */
    Optional<CoverReason> hiddenSince(Issue issue, Instant since) {
        List<String> fields = histories.getChangeHistories(issue).stream().filter(each -> !at(each).isBefore(since))
                .flatMap(each -> each.getChangeItemBeans().stream()).map(item -> String.valueOf(item.getField()).toLowerCase(Locale.ROOT)).toList();
        if (fields.stream().anyMatch(field -> field.startsWith("security"))) {
            return Optional.of(CoverReason.SECURITY_LEVEL);
        }
        if (fields.stream().anyMatch(field -> field.startsWith("archiv"))) {
            return Optional.of(CoverReason.ARCHIVED);
        }
        // A sub-task that was moved, or made an issue of its own, may have had the level of a parent that it no longer has.
        return fields.stream().anyMatch(field -> field.startsWith("parent") || field.equals("issuetype")) ? Optional.of(CoverReason.PARENT_CHANGED) : Optional.empty();
    }

    private static Instant at(ChangeHistory history) {
        return history.getTimePerformed().toInstant();
    }

    private static String key(ApplicationUser user) {
        return user == null ? null : user.getKey();
    }

    private static boolean isMove(ChangeHistory change) {
        return change.getChangeItemBeans().stream().anyMatch(item -> isField(item, PROJECT));
    }

    private static IssueChange read(Issue issue, ChangeHistory history) {
        List<ChangeItemBean> items = history.getChangeItemBeans();
        AssigneeChange assignee = item(items, "assignee", item -> new AssigneeChange(item.getFromString(), item.getToString()));
        StatusChange status = item(items, "status", item -> new StatusChange(item.getFrom(), item.getTo(), item.getFromString(), item.getToString()));
        return change(issue, history.getAuthorObject(), history.getId(), assignee, status, null);
    }

    /** Nobody knows who was allowed to see it when it was written, so it counts as restricted. */
    private static boolean wasEdited(Comment comment) {
        return comment.getUpdated() != null && comment.getUpdated().after(comment.getCreated());
    }

    private static Happened comment(Issue issue, Comment comment) {
        NewComment added = new NewComment(comment.getId(), comment.getBody(), CommentVisibility.isRestricted(comment) || wasEdited(comment));
        return new Happened(comment.getCreated().toInstant(), key(comment.getAuthorApplicationUser()), change(issue, comment.getAuthorApplicationUser(), null, null, null, added));
    }

    private static IssueChange change(Issue issue, ApplicationUser actor, Long changeGroup, AssigneeChange assignee, StatusChange status,
                                      NewComment comment) {
        return new IssueChange(new IssueId(issue.getId()), new ProjectId(issue.getProjectObject().getId()),
                actor == null ? null : actor.getDisplayName(), changeGroup, assignee, status, comment, FunctionWish.NONE, 0);
    }

    /** A custom field may have the same name. */
    static boolean isField(ChangeItemBean item, String field) {
        return field.equals(item.getField()) && !"custom".equals(item.getFieldType());
    }

    private static <T> T item(List<ChangeItemBean> items, String field, Function<ChangeItemBean, T> reading) {
        return items.stream().filter(item -> isField(item, field)).findFirst().map(reading).orElse(null);
    }
}
