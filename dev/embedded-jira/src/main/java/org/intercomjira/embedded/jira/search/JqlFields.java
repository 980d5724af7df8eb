package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.issue.Named;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.project.Projects;

/** The names that one user may write to the left of an operator. What the user may not see does not exist. */
final class JqlFields {
    private static final String SUMMARY = "lower(i.summary) like ?";
    private static final String DESCRIPTION = "lower(i.description) like ?";
    /** Restricted comments are left out for everyone: what a search finds must not tell what they say. */
    private static final String COMMENT = "exists (select 1 from jiraaction c where c.issueid = i.id and c.actionlevel is null and c.rolelevel is null and lower(c.actionbody) like ?)";

    private final Map<String, JqlField> fields = new HashMap<>();

    JqlFields(Projects projects, Issues issues, Permissions permissions, Accounts accounts, Constants constants, Clock clock, ApplicationUser user) {
        JqlField project = new ChoiceField("i.project", value -> projects.all().stream()
                .filter(candidate -> value.equalsIgnoreCase(candidate.key()) || value.equalsIgnoreCase(candidate.name()) || value.equals(candidate.id().toString()))
                .filter(candidate -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, candidate, user)).map(candidate -> candidate.id()).toList());
        JqlField key = new ChoiceField("i.id", value -> issues.byIdOrKey(value)
                .filter(issue -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user)).map(issue -> issue.id()).stream().toList());
        JqlField type = new ChoiceField("i.issuetype", value -> ids(constants.issueTypes(), value));
        add(project, "project");
        add(key, "key", "issuekey", "issue", "id");
        add(type, "issuetype", "type");
        add(new ChoiceField("i.priority", value -> ids(constants.priorities(), value)), "priority");
        addStatuses(constants);
        addResolution(constants);
        add(new ChoiceField("i.assignee", value -> keys(accounts, value)), "assignee");
        add(new ChoiceField("i.reporter", value -> keys(accounts, value)), "reporter");
        add(new ChoiceField("i.creator", value -> keys(accounts, value)), "creator");
        add(new TextField(List.of(SUMMARY)), "summary");
        add(new TextField(List.of(DESCRIPTION)), "description");
        add(new TextField(List.of(COMMENT)), "comment");
        add(new TextField(List.of(SUMMARY, DESCRIPTION, COMMENT)), "text");
        add(new TimeField("i.created", clock), "created", "createddate");
        add(new TimeField("i.updated", clock), "updated", "updateddate");
    }

    JqlField named(String name) {
        JqlField field = fields.get(name.toLowerCase(Locale.ROOT));
        if (field == null) {
            throw new JqlError("Field '" + name + "' does not exist or you do not have permission to view it.");
        }
        return field;
    }

    private void addStatuses(Constants constants) {
        add(new ChoiceField("i.issuestatus", value -> constants.statuses().stream()
                .filter(status -> status.id().equals(value) || status.name().equalsIgnoreCase(value)).map(status -> status.id()).toList()), "status");
        add(new ChoiceField("i.issuestatus", value -> constants.statuses().stream()
                .filter(status -> status.category().key().equalsIgnoreCase(value) || status.category().title().equalsIgnoreCase(value)).map(status -> status.id()).toList()),
                "statuscategory");
    }

    private void addResolution(Constants constants) {
        ChoiceField resolution = new ChoiceField("i.resolution", value -> ids(constants.resolutions(), value));
        add((term, operands) -> resolution.condition(term, operands.stream()
                .map(operand -> operand instanceof Operand.Literal literal && literal.text().equalsIgnoreCase("unresolved") ? new Operand.Empty() : operand).toList()), "resolution");
    }

    private void add(JqlField field, String... names) {
        for (String name : names) {
            fields.put(name, field);
        }
    }

    private static List<String> ids(List<Named> constants, String value) {
        return constants.stream().filter(constant -> constant.id().equals(value) || constant.name().equalsIgnoreCase(value)).map(Named::id).toList();
    }

    private static List<String> keys(Accounts accounts, String value) {
        List<String> keys = new ArrayList<>(accounts.byName(value).map(Account::key).stream().toList());
        accounts.byKey(value).map(Account::key).ifPresent(keys::add);
        return keys;
    }
}
