package org.intercomjira.embedded.jira;

import com.atlassian.jira.permission.GlobalPermissionKey;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.HistoryIds;
import org.intercomjira.embedded.jira.permission.PermissionScheme;
import org.intercomjira.embedded.jira.permission.SecurityLevels;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.property.PropertyValues;
import org.intercomjira.embedded.jira.store.Schema;
import org.intercomjira.embedded.jira.store.Sql;

/** Fills a new Jira, and adds the extra projects that a start asks for. Everything here happens once in the life of a database. */
final class Setup {
    private final Accounts accounts;
    private final DemoProjects projects;
    private final FirstRows rows = FirstRows.read();

    Setup(Accounts accounts, DemoProjects projects) {
        this.accounts = accounts;
        this.projects = projects;
    }

    /** {@code extraProjects} are written {@code KEY:Name}; without a name, the key is the name. */
    Void fill(Sql sql, List<String> extraProjects) throws SQLException {
        Schema.once(sql, "constants", this::addConstants);
        Schema.once(sql, "permissions", this::addPermissions);
        Schema.once(sql, "security levels", SecurityLevels::addFirst);
        Schema.once(sql, "sequences", HistoryIds::addFirst);
        Schema.once(sql, "demo", this::addDemo);
        Schema.once(sql, "property values", PropertyValues::addAll);
        for (String extra : extraProjects) {
            String[] parts = extra.split(":", 2);
            Schema.once(sql, "project " + parts[0], again -> projects.addEmpty(again, parts[0], parts[parts.length - 1]));
        }
        return null;
    }

    private Void addConstants(Sql sql) throws SQLException {
        addAll(sql, "issuetype", rows.issueTypes());
        addAll(sql, "priority", rows.priorities());
        addAll(sql, "resolution", rows.resolutions());
        for (FirstRows.Status status : rows.statuses()) {
            sql.run("insert into issuestatus (id, sequence_nr, pname, statuscategory) values (?, ?, ?, ?)",
                    status.id(), rows.statuses().indexOf(status), status.name(), status.category());
        }
        return null;
    }

    private static void addAll(Sql sql, String table, List<FirstRows.Constant> constants) throws SQLException {
        for (FirstRows.Constant constant : constants) {
            sql.run("insert into " + table + " (id, sequence_nr, pname) values (?, ?, ?)", constant.id(), constants.indexOf(constant), constant.name());
        }
    }

    private Void addPermissions(Sql sql) throws SQLException {
        for (ProjectRole role : List.of(ProjectRole.USERS, ProjectRole.DEVELOPERS, ProjectRole.ADMINISTRATORS)) {
            sql.run("insert into projectrole (id, name) values (?, ?)", role.id(), role.name());
            for (String permission : PermissionScheme.granted(role)) {
                sql.run("insert into schemepermissions (permission_key, perm_type, perm_parameter) values (?, 'projectrole', ?)", permission, String.valueOf(role.id()));
            }
        }
        sql.run("insert into globalpermissionentry (permission, group_id) values (?, 'jira-administrators')", GlobalPermissionKey.ADMINISTER.toString());
        return null;
    }

    private Void addDemo(Sql sql) throws SQLException {
        for (String group : rows.groups()) {
            sql.run("insert into cwd_group (group_name) values (?)", group);
        }
        Map<String, String> keys = new HashMap<>();
        for (FirstRows.Person person : rows.accounts()) {
            keys.put(person.name(), accounts.add(sql, person.name(), person.displayName(), person.name(), person.groups()));
        }
        for (FirstRows.DemoProject project : rows.projects()) {
            projects.add(sql, project, keys);
        }
        return null;
    }
}
