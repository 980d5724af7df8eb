package org.intercomjira.bench;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.RendererManager;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Issues, projects and people of a Jira in which every issue belongs to one of two projects and everybody may everything. */
final class JiraStubs {
    static final long CONNECTED = 10_000;
    static final long UNCONNECTED = 20_000;
    /** Issues from this id on belong to the project that is not connected. */
    private static final long FIRST_UNCONNECTED_ISSUE = 2_000_000_000;

    /** The plugin's beans want them, and what is measured asks none of them. */
    private static final List<Class<?>> UNUSED = List.of(RendererManager.class, SearchService.class);

    private final JiraTables tables;
    private final Project connected = project(CONNECTED);
    private final Project unconnected = project(UNCONNECTED);
    private final ApplicationUser user = Stub.of(ApplicationUser.class,
            Map.of("getKey", any -> "JIRAUSER1", "getDisplayName", any -> "Dev Eloper", "getUsername", any -> "developer"));
    private final Map<Long, Supplier<ChangeHistory>> changes = new ConcurrentHashMap<>();

    JiraStubs(JiraTables tables) {
        this.tables = tables;
    }

    JiraTables tables() {
        return tables;
    }

    /** From now on this is what has happened to the issue last, and all of it: it is read when it is asked for. */
    void happened(long issue, Supplier<ChangeHistory> change) {
        changes.put(issue, change);
    }

    private List<ChangeHistory> historyOf(MutableIssue issue) {
        return Optional.ofNullable(changes.get(issue.getId())).map(change -> List.of(change.get())).orElse(List.of());
    }

    ApplicationUser user() {
        return user;
    }

    MutableIssue unconnectedIssue(int number) {
        return issue(FIRST_UNCONNECTED_ISSUE + number);
    }

    MutableIssue issue(long id) {
        return issue(id, Instant.EPOCH);
    }

    /** Read from the database, as Jira does it for each question. */
    private MutableIssue storedIssue(long id) {
        return issue(id, tables.updated(id).orElse(Instant.EPOCH));
    }

    private MutableIssue issue(long id, Instant updated) {
        Project project = id < FIRST_UNCONNECTED_ISSUE ? connected : unconnected;
        return Stub.of(MutableIssue.class, Map.of("getId", any -> id, "getKey", any -> "DEMO-" + id, "getSummary", any -> "Total is wrong",
                "getProjectObject", any -> project, "getSecurityLevelId", any -> null, "isArchived", any -> false, "isSubTask", any -> false,
                "getParentObject", any -> null, "getStatusId", any -> "3", "getUpdated", any -> Timestamp.from(updated)));
    }

    private List<Comment> noComments(MutableIssue issue) {
        if (tables.comments(issue.getId()) > 0) {
            throw new IllegalStateException("Comments are no part of the measurement");
        }
        return List.of();
    }

    private static Project project(long id) {
        return Stub.of(Project.class, Map.of("getId", any -> id, "getKey", any -> "DEMO", "getName", any -> "Demo", "isArchived", any -> false));
    }

    /** Jira's services by the names of their beans. */
    Map<String, Object> services() {
        Map<String, Object> services = new HashMap<>();
        services.put("issueManager", Stub.of(IssueManager.class, Map.of("getIssueObject", id -> storedIssue((Long) id[0]),
                "getIssueByCurrentKey", key -> issue(Long.parseLong(((String) key[0]).substring("DEMO-".length()))))));
        services.put("projectManager", Stub.of(ProjectManager.class,
                Map.of("getProjectObj", id -> (Long) id[0] == CONNECTED ? connected : unconnected)));
        services.put("permissionManager", Stub.of(PermissionManager.class, Map.of("hasPermission", any -> true)));
        services.put("globalPermissionManager", Stub.of(GlobalPermissionManager.class, Map.of("hasPermission", any -> false)));
        services.put("authenticationContext", Stub.of(JiraAuthenticationContext.class, Map.of("getLoggedInUser", any -> user)));
        services.put("propertyManager", Stub.of(JsonEntityPropertyManager.class,
                Map.of("get", asked -> tables.property((String) asked[0], (Long) asked[1], (String) asked[2]))));
        services.put("commentManager", Stub.of(CommentManager.class, Map.of("getComments", issue -> noComments((MutableIssue) issue[0]))));
        services.put("changeHistoryManager", Stub.of(ChangeHistoryManager.class, Map.of("getChangeHistories", issue -> historyOf((MutableIssue) issue[0]))));
        services.put("threadLocals", Stub.of(JiraThreadLocalUtil.class, Map.of("preCall", any -> null, "postCall", any -> null)));
        for (Class<?> unused : UNUSED) {
            services.put(unused.getSimpleName(), Stub.of(unused, Map.of()));
        }
        return services;
    }
}
