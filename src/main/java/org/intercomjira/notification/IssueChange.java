package org.intercomjira.notification;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/**
 * What one operation did to an issue, all of its events taken together.
 *
 * @param actor       display name of who did it, null for nobody
 * @param changeGroup id of Jira's record of the change, null when there is none
 * @param assignee    null when the assignee stayed
 * @param status      null when the status stayed
 * @param comment     null when none was added
 * @param function    what a post function of the transition asks for
 * @param functionRun names the run of the post function, for a transition of which Jira has kept no record
 * @param unread      what Jira's record may hold that is to be told, when it is to be read later: assignee and status are null then;
 *                    null when the record was read
 */
record IssueChange(IssueId issue, ProjectId project, String actor, Long changeGroup, AssigneeChange assignee, StatusChange status,
                   NewComment comment, FunctionWish function, long functionRun, Telling unread) {

    /** One whose record was read. */
    IssueChange(IssueId issue, ProjectId project, String actor, Long changeGroup, AssigneeChange assignee, StatusChange status,
                NewComment comment, FunctionWish function, long functionRun) {
        this(issue, project, actor, changeGroup, assignee, status, comment, function, functionRun, null);
    }

    IssueChange withFunction(FunctionWish wish, StatusChange moved, long run) {
        return new IssueChange(issue, project, actor, changeGroup, assignee, moved, comment, wish, run);
    }

    /** With what of it may be said, and nothing else: what is kept back now must not come out when it is allowed later. */
    IssueChange only(Telling told) {
        return new IssueChange(issue, project, actor, changeGroup, told.assignee() ? assignee : null, told.status() ? status : null,
                told.comment() ? comment : null, function, functionRun, unread);
    }

    /** All of its facts, whatever the project wants to be said of them. */
    List<Fact> facts() {
        boolean isChange = unread != null || assignee != null || status != null;
        return facts(isChange, comment != null, isRun());
    }

    /** The facts that are said with this; what comes across one of them later must find it said. */
    List<Fact> facts(Telling told) {
        return facts(told.assignee() || told.status(), told.comment(), told.status() && isRun());
    }

    /** A post function ran on a transition of which Jira keeps no record: it leads nowhere. */
    private boolean isRun() {
        return function != FunctionWish.NONE && status != null && status.fromId().equals(status.toId());
    }

    private List<Fact> facts(boolean tellsChange, boolean tellsComment, boolean tellsRun) {
        return Stream.of(
                tellsChange && changeGroup != null ? Optional.of(Fact.change(changeGroup)) : Optional.<Fact>empty(),
                tellsComment ? Optional.of(Fact.comment(comment.id())) : Optional.<Fact>empty(),
                tellsRun ? Optional.of(new Fact(Fact.Kind.FUNCTION, functionRun)) : Optional.<Fact>empty()).flatMap(Optional::stream).toList();
    }
}
