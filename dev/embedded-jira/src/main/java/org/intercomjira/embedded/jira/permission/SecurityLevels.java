package org.intercomjira.embedded.jira.permission;

import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.util.List;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Issue security: each level lets in those who have the role Administrators in the project. */
public final class SecurityLevels {
    private final Store store;
    private final ProjectRoles roles;

    public SecurityLevels(Store store, ProjectRoles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** A level by which issues can be hidden. */
    public record Level(long id, String name) {
    }

    /** The levels that the user may set in the project: those that let the user in. */
    public List<Level> settable(long project, ApplicationUser user) {
        return letsIn(user, project) ? store.list("select id, name from schemeissuesecuritylevels order by id", row -> new Level(row.number("id"), row.text("name"))) : List.of();
    }

    public boolean letsIn(ApplicationUser user, long project) {
        return roles.hasRole(user, ProjectRole.ADMINISTRATORS.id(), project);
    }

    /** The projects whose hidden issues the user sees. */
    public List<Long> projectsOf(ApplicationUser user) {
        return roles.projectsWith(user, ProjectRole.ADMINISTRATORS.id());
    }

    /** The one level that a new Jira has. */
    public static Void addFirst(Sql sql) throws SQLException {
        sql.run("insert into schemeissuesecuritylevels (id, name, description) values (10000, 'Confidential', 'Administrators of the project')");
        return null;
    }
}
