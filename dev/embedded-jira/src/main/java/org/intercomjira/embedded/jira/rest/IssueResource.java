package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.jira.project.StoredProject;

/** {@code /issue}: create, read, edit, assign, delete. */
final class IssueResource {
    private final Domain jira;
    private final Guard guard;
    private final Shapes shapes;
    private final IssueShapes issueShapes;
    private final FieldReader fields;
    private final UpdateReader updates;
    private final Workflow workflow;

    IssueResource(Domain jira, Guard guard, Shapes shapes, IssueShapes issueShapes, Workflow workflow) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
        this.issueShapes = issueShapes;
        this.fields = new FieldReader(jira);
        this.updates = new UpdateReader(jira);
        this.workflow = workflow;
    }

    void addTo(Router router) {
        router.on("POST", "/issue", this::create).on("GET", "/issue/{issue}", this::read).on("PUT", "/issue/{issue}", this::edit)
                .on("DELETE", "/issue/{issue}", this::delete).on("PUT", "/issue/{issue}/assignee", this::assign)
                .on("PUT", "/issue/{issue}/archive", call -> archive(call, true)).on("PUT", "/issue/{issue}/restore", call -> archive(call, false));
    }

    static Set<String> wantedFields(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    private Answer create(Call call) {
        call.requireUser();
        Body wanted = call.body().object("fields");
        StoredProject project = projectOf(wanted)
                .filter(found -> jira.permissions().hasPermission(ProjectPermissions.CREATE_ISSUES, found, call.user()))
                .orElseThrow(() -> RestError.fields(Map.of("project", "project is required")));
        Map<Field, Value> values = fields.read(wanted.json(), project, call.user());
        requireThere(values);
        StoredIssue issue = jira.issueOperations().create(project, values, call.user());
        return Answer.created(Shape.of("id", issue.id().toString()).with("key", issue.getKey()).with("self", shapes.self("issue/" + issue.id())));
    }

    private Answer read(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        Shape shape = issueShapes.issue(issue, wantedFields(call.query("fields", "")), call.user());
        if (call.expands("renderedFields")) {
            shape.with("renderedFields", issueShapes.rendered(issue, call.user()));
        }
        if (call.expands("transitions")) {
            boolean may = guard.may(call, ProjectPermissions.TRANSITION_ISSUES, issue);
            shape.with("transitions", workflow.transitionsOf(issue).stream().filter(transition -> may).map(issueShapes::transition).toList());
        }
        if (call.expands("changelog")) {
            shape.with("changelog", issueShapes.changelog(issue));
        }
        return Answer.ok(shape);
    }

    private Answer edit(Call call) {
        StoredIssue issue = guard.editableIssue(call);
        UpdateReader.Update update = updates.read(call.body(), call, issue);
        guard.requireParts(call, issue, update);
        jira.issueOperations().edit(issue.id(), update.values(), update.comment(), call.user());
        return Answer.empty();
    }

    private Answer assign(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        guard.require(call, ProjectPermissions.ASSIGN_ISSUES, issue, "You do not have permission to assign issues in this project.");
        Value assignee = fields.assignee(call.body().get("name"), issue.project());
        jira.issueOperations().edit(issue.id(), Map.of(Field.ASSIGNEE, assignee), null, call.user());
        return Answer.empty();
    }

    private Answer archive(Call call, boolean archived) {
        StoredIssue issue = guard.visibleIssue(call);
        if (!guard.isAdministrator(call)) {
            guard.administeredProject(call.with("project", issue.project().key()));
        }
        jira.issueOperations().setArchived(issue.id(), archived);
        return Answer.empty();
    }

    private Answer delete(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        guard.require(call, ProjectPermissions.DELETE_ISSUES, issue, "You do not have permission to delete issues in this project.");
        jira.issueOperations().delete(issue.id(), call.user());
        return Answer.empty();
    }

    private Optional<StoredProject> projectOf(Body wanted) {
        Body project = wanted.object("project");
        return Optional.ofNullable(project.text(project.has("key") ? "key" : "id")).flatMap(jira.projects()::byIdOrKey);
    }

    private static void requireThere(Map<Field, Value> values) {
        Predicate<Field> missing = field -> !values.containsKey(field);
        Map<String, String> errors = new HashMap<>();
        if (missing.test(Field.SUMMARY)) {
            errors.put("summary", "You must specify a summary of the issue.");
        }
        if (missing.test(Field.ISSUE_TYPE)) {
            errors.put("issuetype", "issue type is required");
        }
        if (!errors.isEmpty()) {
            throw RestError.fields(errors);
        }
    }
}
