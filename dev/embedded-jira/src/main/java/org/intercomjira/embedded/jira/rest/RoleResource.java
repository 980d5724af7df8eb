package org.intercomjira.embedded.jira.rest;

import java.util.List;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.project.StoredProject;

/** {@code /project/{project}/role}: the roles, and for the project's administrators who is in them. */
final class RoleResource {
    private final Domain jira;
    private final Guard guard;
    private final Shapes shapes;

    RoleResource(Domain jira, Guard guard, Shapes shapes) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
    }

    void addTo(Router router) {
        router.on("GET", "/project/{project}/role", this::list).on("GET", "/project/{project}/role/{role}", this::read);
    }

    private Answer list(Call call) {
        StoredProject project = guard.visibleProject(call);
        Shape roles = new Shape();
        jira.roles().all().forEach(role -> roles.with(role.name(), self(project, role)));
        return Answer.ok(roles);
    }

    private Answer read(Call call) {
        StoredProject project = guard.administeredProject(call);
        String id = call.variable("role");
        ProjectRole role = jira.roles().all().stream().filter(found -> id.equals(String.valueOf(found.id()))).findFirst()
                .orElseThrow(() -> RestError.of(404, "Can not find role with id " + id + "."));
        List<Shape> actors = jira.roles().actorsOf(role, project.id()).stream().map(this::actor).toList();
        return Answer.ok(Shape.of("self", self(project, role)).with("name", role.name()).with("id", role.id()).with("actors", actors));
    }

    private Shape actor(ProjectRoles.Actor actor) {
        if (actor.type().equals(ProjectRoles.GROUP)) {
            return Shape.of("displayName", actor.parameter()).with("type", actor.type()).with("name", actor.parameter());
        }
        Account account = (Account) jira.accounts().getUserByKey(actor.parameter());
        return Shape.of("displayName", account.displayName()).with("type", actor.type()).with("name", account.username());
    }

    private String self(StoredProject project, ProjectRole role) {
        return shapes.self("project/" + project.id() + "/role/" + role.id());
    }
}
