package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import java.util.List;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.account.Account;

/** People, constants and the server itself. */
final class SiteResource {
    private static final int MOST_PEOPLE = 1000;

    private final Domain jira;
    private final Guard guard;
    private final Shapes shapes;

    SiteResource(Domain jira, Guard guard, Shapes shapes) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
    }

    void addTo(Router router) {
        router.on("GET", "/serverInfo", this::serverInfo).on("GET", "/myself", call -> Answer.ok(person((Account) call.requireUser())))
                .on("GET", "/user", this::user).on("GET", "/user/search", this::search).on("GET", "/user/assignable/search", this::assignable)
                .on("GET", "/issuetype", call -> Answer.ok(jira.constants().issueTypes().stream().map(shapes::issueType).toList()))
                .on("GET", "/priority", call -> Answer.ok(jira.constants().priorities().stream().map(priority -> shapes.named("priority", priority)).toList()))
                .on("GET", "/resolution", call -> Answer.ok(jira.constants().resolutions().stream().map(resolution -> shapes.named("resolution", resolution)).toList()))
                .on("GET", "/status", call -> Answer.ok(jira.constants().statuses().stream().map(shapes::status).toList()));
    }

    private Answer serverInfo(Call call) {
        return Answer.ok(Shape.of("baseUrl", shapes.baseUrl().toString()).with("version", "11.3.0").with("versionNumbers", List.of(11, 3, 0))
                .with("deploymentType", "Server").with("serverTitle", "Embedded Jira"));
    }

    private Answer user(Call call) {
        call.requireUser();
        String key = call.query("key", null);
        String name = call.query("username", "");
        Account account = (key == null ? jira.accounts().byName(name) : jira.accounts().byKey(key))
                .orElseThrow(() -> RestError.of(404, "The user named '" + name + "' does not exist"));
        return Answer.ok(person(account));
    }

    private Answer search(Call call) {
        call.requireUser();
        return Answer.ok(jira.accounts().matching(call.query("username", ""), limit(call)).stream().map(shapes::user).toList());
    }

    private Answer assignable(Call call) {
        call.requireUser();
        String issue = call.query("issueKey", null);
        Project project = issue == null ? guard.visibleProject(call.with("project", call.query("project", ""))) : guard.visibleIssue(call.with("issue", issue)).project();
        return Answer.ok(jira.permissions().holders(ProjectPermissions.ASSIGNABLE_USER, project, call.query("username", ""), limit(call)).stream().map(shapes::user).toList());
    }

    private Shape person(Account account) {
        List<Shape> groups = jira.accounts().groupsOf(account).stream().map(group -> Shape.of("name", group)).toList();
        return shapes.user(account).with("locale", "en_US").with("groups", Shape.of("size", groups.size()).with("items", groups));
    }

    private static int limit(Call call) {
        return Math.max(0, Math.min(MOST_PEOPLE, call.number("maxResults", 50)));
    }
}
