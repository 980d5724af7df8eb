package org.intercomjira.embedded.jira;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.IssueOperations;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.jira.store.Sql;

/** Adds projects with people in their roles: Jira's administrators administer each, its developers develop in each. */
final class DemoProjects {
    private final Accounts accounts;
    private final Projects projects;
    private final ProjectRoles roles;
    private final IssueOperations issues;

    DemoProjects(Accounts accounts, Projects projects, ProjectRoles roles, IssueOperations issues) {
        this.accounts = accounts;
        this.projects = projects;
        this.roles = roles;
        this.issues = issues;
    }

    /** {@code keys} gives the user key of each name. */
    void add(Sql sql, FirstRows.DemoProject demo, Map<String, String> keys) throws SQLException {
        long project = add(sql, demo.key(), demo.name(), keys.get(demo.lead()), demo.description());
        for (String name : demo.administrators()) {
            roles.addUser(sql, project, ProjectRole.ADMINISTRATORS, keys.get(name));
        }
        for (String name : demo.users()) {
            roles.addUser(sql, project, ProjectRole.USERS, keys.get(name));
        }
        for (FirstRows.DemoIssue issue : demo.issues()) {
            issues.create(sql, project, values(sql, issue, keys), accounts.byKey(sql, keys.get(issue.reporter())).orElseThrow());
        }
    }

    /** A project that one could start to work in. */
    Void addEmpty(Sql sql, String key, String name) throws SQLException {
        add(sql, key, name, null, null);
        return null;
    }

    private long add(Sql sql, String key, String name, String lead, String description) throws SQLException {
        long project = projects.add(sql, key, name, lead, description);
        roles.addGroup(sql, project, ProjectRole.ADMINISTRATORS, "jira-administrators");
        roles.addGroup(sql, project, ProjectRole.DEVELOPERS, "jira-developers");
        return project;
    }

    private static Map<Field, Value> values(Sql sql, FirstRows.DemoIssue issue, Map<String, String> keys) throws SQLException {
        Map<Field, Value> values = new EnumMap<>(Field.class);
        values.put(Field.SUMMARY, Value.text(issue.summary()));
        values.put(Field.DESCRIPTION, Value.text(issue.description()));
        values.put(Field.ISSUE_TYPE, new Value(idOf(sql, "issuetype", issue.type()), issue.type()));
        values.put(Field.PRIORITY, new Value(idOf(sql, "priority", issue.priority()), issue.priority()));
        values.put(Field.ASSIGNEE, new Value(keys.get(issue.assignee()), issue.assignee()));
        return values;
    }

    private static String idOf(Sql sql, String table, String name) throws SQLException {
        List<String> ids = sql.list("select id from " + table + " where pname = ?", row -> row.text("id"), name);
        return ids.get(0);
    }
}
