package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.permission.SecurityLevels;
import org.intercomjira.embedded.jira.project.Projects;

/** Answers JQL queries from the tables, with only what the asking user may see. */
public final class Search {
    private static final Map<String, String> ORDERS = Map.of("key", "p.pkey # , i.issuenum #", "issuekey", "p.pkey # , i.issuenum #", "id", "i.id #", "project", "p.pkey #",
            "created", "i.created #", "updated", "i.updated #", "summary", "i.summary #", "status", "s.sequence_nr #", "priority", "y.sequence_nr #");

    private final Accounts accounts;
    private final Projects projects;
    private final Permissions permissions;
    private final SecurityLevels levels;
    private final Constants constants;
    private final Issues issues;
    private final Clock clock;

    public Search(Accounts accounts, Projects projects, Permissions permissions, SecurityLevels levels, Constants constants, Issues issues, Clock clock) {
        this.accounts = accounts;
        this.projects = projects;
        this.permissions = permissions;
        this.levels = levels;
        this.constants = constants;
        this.issues = issues;
        this.clock = clock;
    }

    /** One page of what was found, and how much there is in all. */
    public record Page(List<StoredIssue> issues, long total) {
    }

    /** Throws {@link JqlError} when the query is wrong or names what the user may not see. {@code user} is null for anonymous. */
    public Page find(String jql, ApplicationUser user, int start, int size) {
        Query query = JqlParser.parse(jql);
        JqlFields fields = new JqlFields(projects, issues, permissions, accounts, constants, clock, user);
        Fragment condition = Fragment.join("and", List.of(visibleTo(user), translate(query.where(), fields, user)), "1 = 1");
        return new Page(issues.page(condition.sql(), condition.parameters(), order(query), start, size), issues.count(condition.sql(), condition.parameters()));
    }

    private Fragment visibleTo(ApplicationUser user) {
        Fragment project = Fragment.in("i.project", permissions.projectsWith(ProjectPermissions.BROWSE_PROJECTS, user));
        Fragment level = Fragment.join("or", List.of(Fragment.of("i.security is null"), Fragment.in("i.project", levels.projectsOf(user))), "1 = 0");
        return Fragment.join("and", List.of(Fragment.of("p.archived = false"), project, level), "1 = 1");
    }

    private Fragment translate(Clause clause, JqlFields fields, ApplicationUser user) {
        if (clause instanceof Clause.And and) {
            return Fragment.join("and", and.clauses().stream().map(inner -> translate(inner, fields, user)).toList(), "1 = 1");
        }
        if (clause instanceof Clause.Or or) {
            return Fragment.join("or", or.clauses().stream().map(inner -> translate(inner, fields, user)).toList(), "1 = 0");
        }
        if (clause instanceof Clause.Not not) {
            return translate(not.clause(), fields, user).negated();
        }
        Clause.Term term = (Clause.Term) clause;
        return fields.named(term.field()).condition(term, term.operands().stream().flatMap(operand -> values(operand, user)).toList());
    }

    private static Stream<Operand> values(Operand operand, ApplicationUser user) {
        if (!(operand instanceof Operand.Call call)) {
            return Stream.of(operand);
        }
        if (call.function().equalsIgnoreCase("currentUser") && call.arguments().isEmpty()) {
            return user == null ? Stream.empty() : Stream.of(new Operand.Literal(user.getKey()));
        }
        throw new JqlError("Unable to find JQL function '" + call.function() + "(" + String.join(", ", call.arguments()) + ")'.");
    }

    private static String order(Query query) {
        return Stream.concat(query.order().stream().map(Search::column), Stream.of("i.id desc")).collect(Collectors.joining(", "));
    }

    private static String column(Query.Sort sort) {
        String column = ORDERS.get(sort.field().toLowerCase(Locale.ROOT));
        if (column == null) {
            throw new JqlError("Not able to sort using field '" + sort.field() + "'.");
        }
        return column.replace("#", sort.descending() ? "desc" : "asc");
    }
}
