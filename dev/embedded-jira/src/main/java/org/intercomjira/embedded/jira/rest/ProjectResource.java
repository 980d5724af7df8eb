package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.permission.ProjectPermissions;
import java.util.List;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.project.StoredProject;

/** {@code /project}: what one may see of projects, and their deletion. */
final class ProjectResource {
    private final Domain jira;
    private final Guard guard;
    private final Shapes shapes;

    ProjectResource(Domain jira, Guard guard, Shapes shapes) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
    }

    void addTo(Router router) {
        router.on("PUT", "/project/{project}/archive", call -> archive(call, true)).on("PUT", "/project/{project}/restore", call -> archive(call, false));
        router.on("GET", "/project", this::list).on("GET", "/project/{project}", this::read).on("DELETE", "/project/{project}", this::delete)
                .on("GET", "/project/{project}/statuses", this::statuses);
    }

    private Answer list(Call call) {
        List<Long> visible = jira.permissions().projectsWith(ProjectPermissions.BROWSE_PROJECTS, call.user());
        return Answer.ok(jira.projects().all().stream().filter(project -> visible.contains(project.id()) && (!project.archived() || call.query("includeArchived", "").equals("true"))).map(shapes::project).toList());
    }

    private Answer read(Call call) {
        StoredProject project = guard.visibleProject(call);
        return Answer.ok(shapes.project(project).with("description", project.description() == null ? "" : project.description())
                .with("lead", shapes.user(jira.accounts().byKey(project.lead()).orElse(null)))
                .with("issueTypes", jira.constants().issueTypes().stream().map(shapes::issueType).toList()));
    }

    /** Jira answers 204 to the one and 202 to the other. */
    private Answer archive(Call call, boolean archived) {
        jira.projects().setArchived(forAdministrator(call, "archive").id(), archived);
        return new Answer(archived ? 204 : 202, null);
    }

    private StoredProject forAdministrator(Call call, String what) {
        StoredProject project = guard.visibleProject(call);
        if (!guard.isAdministrator(call)) {
            throw RestError.of(403, "You do not have permission to " + what + " this project.");
        }
        return project;
    }

    private Answer delete(Call call) {
        StoredProject project = forAdministrator(call, "delete");
        jira.projects().delete(project.id());
        jira.events().publish(new ProjectDeletedEvent(call.user(), project));
        return Answer.empty();
    }

    private Answer statuses(Call call) {
        guard.visibleProject(call);
        List<Shape> statuses = jira.constants().statuses().stream().map(shapes::status).toList();
        return Answer.ok(jira.constants().issueTypes().stream().map(type -> shapes.issueType(type).with("statuses", statuses)).toList());
    }
}
