package org.intercomjira.embedded.jira.project;

import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Who has which role in which project, by name or through a group. */
public final class ProjectRoles {
    /** How the table names the two kinds of actors. */
    public static final String USER = "atlassian-user-role-actor";
    public static final String GROUP = "atlassian-group-role-actor";

    /** Takes the key of the user twice; the actors of the role are named a. */
    private static final String MEMBER = "(a.roletype = '" + USER + "' and a.roletypeparameter = ? or a.roletype = '" + GROUP + "'"
            + " and exists (select 1 from cwd_membership m where m.parent_name = a.roletypeparameter and m.child_key = ?))";

    private final Store store;

    public ProjectRoles(Store store) {
        this.store = store;
    }

    public Optional<ProjectRole> byName(String name) {
        return store.first("select id, name from projectrole where name = ?", ProjectRoles::read, name);
    }

    public Optional<ProjectRole> byId(long id) {
        return store.first("select id, name from projectrole where id = ?", ProjectRoles::read, id);
    }

    /** All roles, by name. */
    public List<ProjectRole> all() {
        return store.list("select id, name from projectrole order by name", ProjectRoles::read);
    }

    /** A user, named by key, or a group, named by name. */
    public record Actor(String type, String parameter) {
    }

    public List<Actor> actorsOf(ProjectRole role, long project) {
        return store.list("select roletype, roletypeparameter from projectroleactor where pid = ? and projectroleid = ? order by id",
                row -> new Actor(row.text("roletype"), row.text("roletypeparameter")), project, role.id());
    }

    public boolean hasRole(ApplicationUser user, long role, long project) {
        return user != null && store.exists("select 1 from projectroleactor a where a.pid = ? and a.projectroleid = ? and " + MEMBER, project, role, user.getKey(), user.getKey());
    }

    /** The ids of the projects in which the user has the role. */
    public List<Long> projectsWith(ApplicationUser user, long role) {
        return user == null ? List.of() : store.list("select distinct a.pid from projectroleactor a where a.projectroleid = ? and " + MEMBER, row -> row.number("pid"),
                role, user.getKey(), user.getKey());
    }

    public void addUser(Sql sql, long project, ProjectRole role, String userKey) throws SQLException {
        add(sql, project, role, USER, userKey);
    }

    public void addGroup(Sql sql, long project, ProjectRole role, String group) throws SQLException {
        add(sql, project, role, GROUP, group);
    }

    private static void add(Sql sql, long project, ProjectRole role, String type, String parameter) throws SQLException {
        sql.run("insert into projectroleactor (pid, projectroleid, roletype, roletypeparameter) values (?, ?, ?, ?)", project, role.id(), type, parameter);
    }

    private static ProjectRole read(Row row) throws SQLException {
        return new ProjectRole(row.number("id"), row.text("name"));
    }
}
