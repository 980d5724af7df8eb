package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.spi.IssueActions;

/** Jira's operations as its pages call them. */
public final class PageActions implements IssueActions {
    private final Issues issues;
    private final IssueOperations operations;
    private final IssueMoves moves;
    private final Accounts accounts;
    private final Workflow workflow = new Workflow();

    public PageActions(Issues issues, IssueOperations operations, IssueMoves moves, Accounts accounts) {
        this.issues = issues;
        this.operations = operations;
        this.moves = moves;
        this.accounts = accounts;
    }

    @Override
    public Issue move(Issue issue, Project target, ApplicationUser user) {
        return moves.move(issue.getId(), target, user, Manner.ALONE);
    }

    @Override
    public Issue copy(Issue issue, String summary, ApplicationUser user) {
        return moves.copy(issues.byId(issue.getId()).orElseThrow(), summary, user);
    }

    @Override
    public void bulk(List<Issue> all, BulkChange change, boolean sendMail, ApplicationUser user) {
        Manner manner = Manner.bulk(sendMail);
        all.forEach(issue -> change(issue.getId(), change, user, manner));
    }

    private void change(long issue, BulkChange change, ApplicationUser user, Manner manner) {
        if (change instanceof BulkChange.Assign assign) {
            operations.edit(issue, Map.of(Field.ASSIGNEE, person(assign.assignee())), null, user, manner);
        } else if (change instanceof BulkChange.Comment comment) {
            operations.edit(issue, Map.of(), new NewComment(comment.text(), Restriction.NONE), user, manner);
        } else if (change instanceof BulkChange.Transition transition) {
            StoredIssue before = issues.byId(issue).orElseThrow();
            operations.transition(issue, workflow.transition(before, transition.transition()).orElseThrow(), Map.of(), null, user, manner);
        } else if (change instanceof BulkChange.Move move) {
            moves.move(issue, move.target(), user, manner);
        } else {
            operations.delete(issue, user, manner);
        }
    }

    private Value person(String name) {
        return name.isEmpty() ? Value.NONE : StoredIssue.person(accounts.byName(name).orElseThrow(() -> new IllegalArgumentException("There is no user " + name)));
    }
}
