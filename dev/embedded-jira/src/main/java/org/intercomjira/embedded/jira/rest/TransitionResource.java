package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import java.util.List;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Workflow;

/** {@code /issue/{issue}/transitions}: what one may do next, and doing it. */
final class TransitionResource {
    private static final int NONE = -1;

    private final Domain jira;
    private final Guard guard;
    private final IssueShapes shapes;
    private final UpdateReader updates;
    private final Workflow workflow;

    TransitionResource(Domain jira, Guard guard, IssueShapes shapes, Workflow workflow) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
        this.updates = new UpdateReader(jira);
        this.workflow = workflow;
    }

    void addTo(Router router) {
        router.on("GET", "/issue/{issue}/transitions", this::list).on("POST", "/issue/{issue}/transitions", this::transition);
    }

    private Answer list(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        List<Workflow.Transition> transitions = guard.may(call, ProjectPermissions.TRANSITION_ISSUES, issue) ? workflow.transitionsOf(issue) : List.of();
        return Answer.ok(Shape.of("expand", "transitions").with("transitions", transitions.stream().map(shapes::transition).toList()));
    }

    /** Jira answers 400, not 403, to somebody who may not transition: to them the transition is not there. */
    private Answer transition(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        Body body = call.body();
        int id = body.object("transition").number("id", NONE);
        if (id == NONE) {
            throw RestError.bad("Missing 'transition' identifier");
        }
        Workflow.Transition transition = workflow.transition(issue, id).filter(found -> guard.may(call, ProjectPermissions.TRANSITION_ISSUES, issue))
                .orElseThrow(() -> RestError.bad("It seems that you have tried to perform a workflow operation (" + id + ") that is not valid for the current state of this issue ("
                        + issue.getKey() + "). The likely cause is that somebody has changed the issue recently, please look at the issue history for details."));
        UpdateReader.Update update = updates.read(body, call, issue);
        guard.requireParts(call, issue, update);
        jira.issueOperations().transition(issue.id(), transition, update.values(), update.comment(), call.user());
        return Answer.empty();
    }
}
