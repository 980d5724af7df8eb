package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.issue.Named;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.PluginExtensions.IndexedPath;

/** The names that one user may write to the left of an operator. What the user may not see does not exist. */
final class JqlFields {
    private static final String SUMMARY = "i.summary ilike ?";
    private static final String DESCRIPTION = "i.description ilike ?";
    /** Restricted comments are left out for everyone: what a search finds must not tell what they say. */
    private static final String COMMENT = "exists (select 1 from jiraaction c where c.issueid = i.id and c.actionlevel is null and c.rolelevel is null and c.actionbody ilike ?)";

    private static final Set<String> ISSUE = Set.of("key", "issuekey", "issue", "id");
    private static final Pattern PROPERTY = Pattern.compile("issue\\.property\\[(.+)]\\.([^\\]]+)", Pattern.CASE_INSENSITIVE);

    private final Map<String, JqlField> fields = new HashMap<>();
    private final Searcher searcher;
    private final List<IndexedPath> paths;

    /** What the names stand for. */
    record Jira(Projects projects, Issues issues, Permissions permissions, Accounts accounts, Constants constants, Clock clock, Supplier<PluginExtensions> extensions) {
    }

    JqlFields(Jira jira, Searcher searcher) {
        this.searcher = searcher;
        this.paths = jira.extensions().get().indexedPaths();
        addPlaces(jira);
        addStatuses(jira.constants());
        addResolution(jira.constants());
        add(choice("i.issuetype", value -> ids(jira.constants().issueTypes(), value)), "issuetype", "type");
        add(choice("i.priority", value -> ids(jira.constants().priorities(), value)), "priority");
        add(choice("i.assignee", value -> keys(jira.accounts(), value)), "assignee");
        add(choice("i.reporter", value -> keys(jira.accounts(), value)), "reporter");
        add(choice("i.creator", value -> keys(jira.accounts(), value)), "creator");
        add(new TextField(List.of(SUMMARY)), "summary");
        add(new TextField(List.of(DESCRIPTION)), "description");
        add(new TextField(List.of(COMMENT)), "comment");
        add(new TextField(List.of(SUMMARY, DESCRIPTION, COMMENT)), "text");
        add(new TimeField("i.created", jira.clock()), "created", "createddate");
        add(new TimeField("i.updated", jira.clock()), "updated", "updateddate");
    }

    JqlField named(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))).or(() -> indexed(name))
                .orElseThrow(() -> new JqlError("Field '" + name + "' does not exist or you do not have permission to view it."));
    }

    /** A value within a property, by its alias in any case or by {@code issue.property[key].path}. */
    Optional<IndexedField> indexed(String name) {
        Matcher written = PROPERTY.matcher(name);
        Predicate<IndexedPath> fits = written.matches() ? path -> path.propertyKey().equals(written.group(1)) && path.path().equals(written.group(2))
                : path -> !name.isEmpty() && path.alias().equalsIgnoreCase(name);
        return paths.stream().filter(fits).findFirst().map(IndexedField::new);
    }

    static boolean isIssue(String name) {
        return ISSUE.contains(name.toLowerCase(Locale.ROOT));
    }

    private void addPlaces(Jira jira) {
        add(choice("i.project", value -> jira.projects().all().stream()
                .filter(candidate -> value.equalsIgnoreCase(candidate.key()) || value.equalsIgnoreCase(candidate.name()) || value.equals(candidate.id().toString()))
                .filter(candidate -> maySee(permission -> jira.permissions().hasPermission(permission, candidate, searcher.getApplicationUser())))
                .map(candidate -> candidate.id()).toList()), "project");
        add(choice("i.id", value -> jira.issues().byIdOrKey(value)
                .filter(issue -> maySee(permission -> jira.permissions().hasPermission(permission, issue, searcher.getApplicationUser())))
                .map(issue -> issue.id()).stream().toList()), ISSUE.toArray(String[]::new));
    }

    private boolean maySee(Predicate<ProjectPermissionKey> rule) {
        return searcher.isSecurityOverriden() || rule.test(ProjectPermissions.BROWSE_PROJECTS);
    }

    private ChoiceField choice(String column, Function<String, List<?>> ids) {
        return new ChoiceField(column, ids, searcher.strict());
    }

    private void addStatuses(Constants constants) {
        add(choice("i.issuestatus", value -> constants.statuses().stream()
                .filter(status -> status.id().equals(value) || status.name().equalsIgnoreCase(value)).map(status -> status.id()).toList()), "status");
        add(choice("i.issuestatus", value -> constants.statuses().stream()
                .filter(status -> status.category().key().equalsIgnoreCase(value) || status.category().title().equalsIgnoreCase(value)).map(status -> status.id()).toList()),
                "statuscategory");
    }

    private void addResolution(Constants constants) {
        ChoiceField resolution = choice("i.resolution", value -> ids(constants.resolutions(), value));
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
