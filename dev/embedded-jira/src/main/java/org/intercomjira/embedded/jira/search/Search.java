package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.permission.SecurityLevels;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.spi.PluginExtensions;

/** Answers JQL queries from the tables, with only what the asking user may see. */
public final class Search {
    private final JqlFields.Jira jira;
    private final SecurityLevels levels;
    private final Functions functions;

    public Search(Accounts accounts, Projects projects, Permissions permissions, SecurityLevels levels, Constants constants, Issues issues, Clock clock,
            Supplier<PluginExtensions> extensions) {
        this.jira = new JqlFields.Jira(projects, issues, permissions, accounts, constants, clock, extensions);
        this.levels = levels;
        this.functions = new Functions(extensions);
    }

    /** One page of what was found, and how much there is in all. */
    public record Page(List<StoredIssue> issues, long total) {
    }

    /** Throws {@link JqlError} when the query is wrong or names what the user may not see. {@code user} is null for anonymous. */
    public Page find(String jql, ApplicationUser user, int start, int size) {
        return find(JqlParser.parse(jql), Searcher.of(user), start, size);
    }

    Page find(Query query, Searcher searcher, int start, int size) {
        JqlFields fields = new JqlFields(jira, searcher);
        Fragment condition = condition(query, fields, searcher);
        Fragment order = Orders.of(query, fields);
        List<Object> parameters = Stream.concat(condition.parameters().stream(), order.parameters().stream()).toList();
        return new Page(jira.issues().page(condition.sql(), parameters, order.sql(), start, size), jira.issues().count(condition.sql(), condition.parameters()));
    }

    long count(Query query, Searcher searcher) {
        Fragment condition = condition(query, new JqlFields(jira, searcher), searcher);
        return jira.issues().count(condition.sql(), condition.parameters());
    }

    private Fragment condition(Query query, JqlFields fields, Searcher searcher) {
        return Fragment.join("and", List.of(visibleTo(searcher), translate(query.where(), fields, searcher)), "1 = 1");
    }

    /** Archived issues are in no index, whoever asks. */
    private Fragment visibleTo(Searcher searcher) {
        Fragment indexed = Fragment.of("p.archived = false and i.archived = false");
        if (searcher.isSecurityOverriden()) {
            return indexed;
        }
        ApplicationUser user = searcher.getApplicationUser();
        Fragment project = Fragment.in("i.project", jira.permissions().projectsWith(ProjectPermissions.BROWSE_PROJECTS, user));
        Fragment level = Fragment.join("or", List.of(Fragment.of("i.security is null"), Fragment.in("i.project", levels.projectsOf(user))), "1 = 0");
        return Fragment.join("and", List.of(indexed, project, level), "1 = 1");
    }

    private Fragment translate(Clause clause, JqlFields fields, Searcher searcher) {
        if (clause instanceof Clause.And and) {
            return Fragment.join("and", and.clauses().stream().map(inner -> translate(inner, fields, searcher)).toList(), "1 = 1");
        }
        if (clause instanceof Clause.Or or) {
            return Fragment.join("or", or.clauses().stream().map(inner -> translate(inner, fields, searcher)).toList(), "1 = 0");
        }
        if (clause instanceof Clause.Not not) {
            return translate(not.clause(), fields, searcher).negated();
        }
        Clause.Term term = (Clause.Term) clause;
        JqlField field = fields.named(term.field());
        return field.condition(term, term.operands().stream()
                .flatMap(operand -> operand instanceof Operand.Call call ? functions.values(term, call, searcher) : Stream.of(operand)).toList());
    }
}
