package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** Finds in Jira's history the transition whose post function has run. */
@Component
class TransitionHistory {
    /** A change that is not in Jira's history so long after it was heard of has been rolled back. */
    static final Duration STORED_WITHIN = Duration.ofMinutes(10);
    /** Jira may take the time of a change before its functions run. Both times are those of one node. */
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private final ChangeHistoryManager histories;

    TransitionHistory(@ComponentImport ChangeHistoryManager histories) {
        this.histories = histories;
    }

    /**
     * The transition nearest to that time: the issue may have been moved the same way shortly before, with nobody asking for a note.
     *
     * @param at when the function ran
     */
    Optional<IssueChange> find(Issue issue, TransitionWish wish, Instant at) {
        List<ChangeHistory> all = histories.getChangeHistories(issue);
        Optional<IssueChange> found = all.stream().filter(each -> !each.getTimePerformed().toInstant().isBefore(at.minus(EARLIER)))
                .sorted(Comparator.comparing(each -> Duration.between(each.getTimePerformed().toInstant(), at).abs()))
                .flatMap(each -> change(issue, each, wish).stream()).findFirst();
        boolean isLoop = wish.leadsNowhere() && wish.from().equals(issue.getStatusId());
        return found.or(() -> isLoop ? Optional.of(loop(issue, wish)) : Optional.empty());
    }

    private static Optional<IssueChange> change(Issue issue, ChangeHistory history, TransitionWish wish) {
        List<ChangeItemBean> items = history.getChangeItemBeans();
        ApplicationUser author = history.getAuthorObject();
        AssigneeChange assignee = item(items, "assignee").map(item -> new AssigneeChange(item.getFromString(), item.getToString())).orElse(null);
        return item(items, "status").map(item -> new StatusChange(item.getFrom(), item.getTo(), item.getFromString(), item.getToString()))
                .filter(wish::isOf)
                .map(status -> new IssueChange(new IssueId(issue.getId()), new ProjectId(issue.getProjectObject().getId()),
                        author == null ? null : author.getDisplayName(), history.getId(), assignee, status, null, wish.wish(), wish.run()));
    }

    private static IssueChange loop(Issue issue, TransitionWish wish) {
        String status = issue.getStatus().getName();
        return new IssueChange(new IssueId(issue.getId()), new ProjectId(issue.getProjectObject().getId()), null, null, null,
                new StatusChange(wish.from(), wish.to(), status, status), null, wish.wish(), wish.run());
    }

    private static Optional<ChangeItemBean> item(List<ChangeItemBean> items, String field) {
        return items.stream().filter(item -> IssueHistory.isField(item, field)).findFirst();
    }
}
