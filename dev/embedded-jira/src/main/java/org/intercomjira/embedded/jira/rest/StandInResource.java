package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.CommitJournal;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.Manner;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.StoredStatus;
import org.intercomjira.embedded.jira.issue.Value;

/**
 * {@code /rest/stand-in/1.0}: what only the stand-in for Jira offers, for tests. For Jira's administrators. It reads what was committed, changes issues as
 * a script does that dispatches no event, makes sub-tasks, and ends the process between a commit and its events.
 */
final class StandInResource {
    private static final int PAGE = 5_000;
    private static final String TASK = "10002";

    private final Domain jira;
    private final Guard guard;

    StandInResource(Domain jira, Guard guard) {
        this.jira = jira;
        this.guard = guard;
    }

    void addTo(Router router) {
        router.on("GET", "/commits", this::commits).on("POST", "/script", this::script).on("POST", "/subtask", this::subTask).on("POST", "/death", this::death);
    }

    /** One page of those behind the id {@code after}. */
    private Answer commits(Call call) {
        requireAdministrator(call);
        return Answer.ok(jira.commits().after(Long.parseLong(call.query("after", "0")), PAGE).stream().map(StandInResource::shape).toList());
    }

    private static Shape shape(CommitJournal.Commit commit) {
        return Shape.of("id", commit.id()).with("issueId", commit.issue()).with("issue", commit.key()).with("kind", commit.kind()).with("record", commit.record())
                .with("node", commit.node()).with("clock", commit.clock().toEpochMilli()).with("security", commit.security()).with("restricted", commit.restricted())
                .with("archived", commit.archived()).with("silent", commit.silent());
    }

    /** The same change for each of {@code issues}: {@code assignee} and {@code status} by name, {@code comment} by its text. */
    private Answer script(Call call) {
        requireAdministrator(call);
        Body body = call.body();
        Map<Field, Value> values = new EnumMap<>(Field.class);
        if (body.has("assignee")) {
            values.put(Field.ASSIGNEE, StoredIssue.person(jira.accounts().byName(body.text("assignee")).orElseThrow(() -> RestError.bad("There is no such user."))));
        }
        if (body.has("status")) {
            StoredStatus status = jira.constants().statuses().stream().filter(each -> each.name().equals(body.text("status"))).findFirst()
                    .orElseThrow(() -> RestError.bad("There is no such status."));
            values.put(Field.STATUS, new Value(status.id(), status.name()));
        }
        NewComment comment = body.has("comment") ? new NewComment(body.text("comment"), Restriction.NONE) : null;
        List<JsonElement> issues = body.get("issues").getAsJsonArray().asList();
        issues.forEach(key -> jira.issueOperations().edit(issue(key.getAsString()).id(), values, comment, call.user(), Manner.BY_SCRIPT));
        return Answer.empty();
    }

    /** A task below {@code parent}, with its security level. */
    private Answer subTask(Call call) {
        requireAdministrator(call);
        Map<Field, Value> values = Map.of(Field.SUMMARY, Value.text(call.body().text("summary")), Field.ISSUE_TYPE, new Value(TASK, "Task"));
        StoredIssue made = jira.issueOperations().createSubTask(issue(call.query("parent", "")), values, call.user());
        return Answer.created(Shape.of("id", made.id().toString()).with("key", made.getKey()));
    }

    /** After so many {@code commits}; with {@code silent} only those count that nobody was to be told of. */
    private Answer death(Call call) {
        requireAdministrator(call);
        Body wish = call.body();
        jira.commits().dieAfter(wish.number("commits", 1), wish.has("silent"));
        return Answer.empty();
    }

    private StoredIssue issue(String key) {
        return jira.issues().byIdOrKey(key).orElseThrow(() -> RestError.of(404, "Issue Does Not Exist"));
    }

    private void requireAdministrator(Call call) {
        call.requireUser();
        if (!guard.isAdministrator(call)) {
            throw RestError.of(403, "Only administrators may do that.");
        }
    }
}
