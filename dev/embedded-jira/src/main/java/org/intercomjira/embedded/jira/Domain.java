package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.RendererManager;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.comments.CommentPermissionManager;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.intercomjira.embedded.jira.account.AccessTokens;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.account.CurrentUser;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.intercomjira.embedded.jira.field.CustomFields;
import org.intercomjira.embedded.jira.issue.CommentOperations;
import org.intercomjira.embedded.jira.issue.Comments;
import org.intercomjira.embedded.jira.issue.CommitJournal;
import org.intercomjira.embedded.jira.issue.Constants;
import org.intercomjira.embedded.jira.issue.History;
import org.intercomjira.embedded.jira.issue.HistoryIds;
import org.intercomjira.embedded.jira.issue.IssueMoves;
import org.intercomjira.embedded.jira.issue.IssueOperations;
import org.intercomjira.embedded.jira.issue.Issues;
import org.intercomjira.embedded.jira.permission.GlobalPermissions;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.permission.SecurityLevels;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.render.WikiRenderer;
import org.intercomjira.embedded.jira.search.JqlSearchService;
import org.intercomjira.embedded.jira.search.Search;
import org.intercomjira.embedded.jira.store.Schema;
import org.intercomjira.embedded.jira.store.Store;
import org.intercomjira.embedded.jira.thread.ThreadFrames;
import org.intercomjira.embedded.jira.workflow.PluginFunctions;
import org.intercomjira.embedded.jira.workflow.StoredFunctions;
import org.intercomjira.embedded.spi.Database;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.PluginExtensions;

/** The nouns of Jira, put together on one database. */
public final class Domain {
    private static final String CONTEXT_PATH = "/jira";

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final CurrentUser currentUser;
    private final WikiRenderer renderer;
    private final Projects projects;
    private final ProjectRoles roles;
    private final Permissions permissions;
    private final SecurityLevels securityLevels;
    private final GlobalPermissions globalPermissions;
    private final Constants constants;
    private final Issues issues;
    private final CommitJournal commits;
    private final History history;
    private final IssueOperations issueOperations;
    private final IssueMoves issueMoves;
    private final Comments comments;
    private final CommentOperations commentOperations;
    private final Properties properties;
    private final Search search;
    private final IssueEvents events;
    private final StoredFunctions workflows;
    private final CustomFields customFields;
    private final ThreadFrames frames = new ThreadFrames();
    private final AtomicReference<PluginExtensions> extensions = new AtomicReference<>(PluginExtensions.NONE);

    private Domain(Store store, IssueEvents events, JiraSettings settings, Clock clock) {
        this.events = events;
        accounts = new Accounts(store);
        tokens = new AccessTokens(store, clock);
        currentUser = new CurrentUser();
        renderer = new WikiRenderer(CONTEXT_PATH, accounts::getUserByName);
        projects = new Projects(store);
        roles = new ProjectRoles(store);
        securityLevels = new SecurityLevels(store, roles);
        permissions = new Permissions(store, accounts, securityLevels);
        globalPermissions = new GlobalPermissions(store);
        constants = new Constants(store);
        issues = new Issues(store);
        workflows = new StoredFunctions(store, constants);
        commits = new CommitJournal(store, settings.nodeId());
        HistoryIds ids = new HistoryIds(store, settings.history().idBank());
        history = new History(store, accounts, ids, settings.history().byCreated());
        issueOperations = new IssueOperations(store, projects, constants, history, events, commits, new PluginFunctions(workflows, extensions::get), clock);
        issueMoves = new IssueMoves(store, projects, history, issueOperations, events, clock);
        comments = new Comments(store, issues, accounts, roles, permissions, settings.history().byCreated());
        commentOperations = new CommentOperations(store, history, commits, events, clock);
        properties = new Properties(store, clock);
        search = new Search(accounts, projects, permissions, securityLevels, constants, issues, clock, extensions::get);
        customFields = new CustomFields(store, extensions::get);
    }

    /** Makes tables and first rows where they are missing. */
    static Domain open(Database database, EventPublisher publisher, JiraSettings settings, Clock clock) {
        Store store = new Store(database);
        Domain domain = new Domain(store, new IssueEvents(publisher), settings, clock);
        Setup setup = new Setup(domain.accounts, new DemoProjects(domain.accounts, domain.projects, domain.roles, domain.issueOperations));
        new Schema(store).prepare(sql -> setup.fill(sql, settings.extraProjects()));
        return domain;
    }

    /** What plugins may import, by interface. */
    Map<Class<?>, Object> services() {
        Map<Class<?>, Object> services = new HashMap<>();
        services.put(UserManager.class, accounts);
        services.put(JiraAuthenticationContext.class, currentUser);
        services.put(ProjectManager.class, projects);
        services.put(PermissionManager.class, frames.guard(PermissionManager.class, permissions));
        services.put(JiraThreadLocalUtil.class, frames);
        services.put(GlobalPermissionManager.class, globalPermissions);
        services.put(IssueManager.class, frames.guard(IssueManager.class, issues));
        services.put(RendererManager.class, renderer);
        services.put(ChangeHistoryManager.class, history);
        services.put(CommentManager.class, frames.guard(CommentManager.class, comments));
        services.put(CommentPermissionManager.class, comments);
        services.put(JsonEntityPropertyManager.class, properties);
        services.put(SearchService.class, new JqlSearchService(search));
        return services;
    }

    public Accounts accounts() {
        return accounts;
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public CurrentUser currentUser() {
        return currentUser;
    }

    ThreadFrames frames() {
        return frames;
    }

    public WikiRenderer renderer() {
        return renderer;
    }

    public Projects projects() {
        return projects;
    }

    public ProjectRoles roles() {
        return roles;
    }

    public Permissions permissions() {
        return permissions;
    }

    public SecurityLevels securityLevels() {
        return securityLevels;
    }

    public IssueMoves issueMoves() {
        return issueMoves;
    }

    public GlobalPermissions globalPermissions() {
        return globalPermissions;
    }

    public Constants constants() {
        return constants;
    }

    public Issues issues() {
        return issues;
    }

    public History history() {
        return history;
    }

    public CommitJournal commits() {
        return commits;
    }

    public IssueOperations issueOperations() {
        return issueOperations;
    }

    public Comments comments() {
        return comments;
    }

    public CommentOperations commentOperations() {
        return commentOperations;
    }

    public Properties properties() {
        return properties;
    }

    public Search search() {
        return search;
    }

    public CustomFields customFields() {
        return customFields;
    }

    public StoredFunctions workflows() {
        return workflows;
    }

    /** What plugins add, as it is at this moment. */
    public PluginExtensions extensions() {
        return extensions.get();
    }

    void extendBy(PluginExtensions more) {
        extensions.set(more);
    }

    public IssueEvents events() {
        return events;
    }
}
