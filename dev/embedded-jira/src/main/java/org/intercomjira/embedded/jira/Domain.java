package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.util.UserManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.account.AccessTokens;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.account.CurrentUser;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.intercomjira.embedded.jira.issue.CommentOperations;
import org.intercomjira.embedded.jira.issue.Comments;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.History;
import org.intercomjira.embedded.jira.issue.IssueOperations;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.permission.GlobalPermissions;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.search.Search;
import org.intercomjira.embedded.jira.store.Schema;
import org.intercomjira.embedded.jira.store.Store;
import org.intercomjira.embedded.spi.Database;

/** The nouns of Jira, put together on one database. */
public record Domain(Accounts accounts, AccessTokens tokens, CurrentUser currentUser, Projects projects, ProjectRoles roles, Permissions permissions,
                     GlobalPermissions globalPermissions, Constants constants, Issues issues, IssueOperations issueOperations, Comments comments,
                     CommentOperations commentOperations, History history, Properties properties, Search search, IssueEvents events) {

    /** Makes tables and first rows where they are missing. */
    static Domain open(Database database, EventPublisher publisher, List<String> extraProjects, Clock clock) {
        Store store = new Store(database);
        Domain domain = assemble(store, new IssueEvents(publisher), clock);
        Setup setup = new Setup(domain.accounts, new DemoProjects(domain.accounts, domain.projects, domain.roles, domain.issueOperations));
        new Schema(store).prepare(sql -> setup.fill(sql, extraProjects));
        return domain;
    }

    private static Domain assemble(Store store, IssueEvents events, Clock clock) {
        Accounts accounts = new Accounts(store);
        Projects projects = new Projects(store);
        ProjectRoles roles = new ProjectRoles(store);
        Permissions permissions = new Permissions(store, accounts);
        Constants constants = new Constants(store);
        Issues issues = new Issues(store);
        History history = new History(store);
        return new Domain(accounts, new AccessTokens(store, clock), new CurrentUser(), projects, roles, permissions, new GlobalPermissions(store), constants, issues,
                new IssueOperations(store, projects, constants, history, events, clock), new Comments(store, issues, accounts, roles, permissions),
                new CommentOperations(store, history, events, clock), history, new Properties(store, clock),
                new Search(accounts, projects, permissions, constants, issues, clock), events);
    }

    /** What plugins may import, by interface. */
    Map<Class<?>, Object> services() {
        Map<Class<?>, Object> services = new HashMap<>();
        services.put(UserManager.class, accounts);
        services.put(JiraAuthenticationContext.class, currentUser);
        services.put(ProjectManager.class, projects);
        services.put(PermissionManager.class, permissions);
        services.put(GlobalPermissionManager.class, globalPermissions);
        services.put(IssueManager.class, issues);
        services.put(JsonEntityPropertyManager.class, properties);
        return services;
    }
}
