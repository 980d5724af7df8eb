package org.intercomjira.embedded.pages;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.Query;
import jakarta.servlet.http.HttpServlet;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.JiraSide;

/** A Jira with project DEMO, issue DEMO-1, and accounts whose names say what they may do. */
public final class StubJira implements JiraSide {
    private static final List<String> NAMES = List.of("admin", "project-admin", "developer", "viewer", "outsider");

    private final StubWorkflow workflow = new StubWorkflow();
    private final ThreadLocal<ApplicationUser> acting = new ThreadLocal<>();
    private final Project demo = Stub.of(Project.class, Map.of("getId", 10000L, "getKey", "DEMO", "getName", "Demo <project>"));
    private final MutableIssue issue = Stub.of(MutableIssue.class, Map.of("getId", 10100L, "getKey", "DEMO-1",
            "getSummary", "<script>alert(1)</script>", "getProjectObject", demo, "getUpdated", new Timestamp(0), "getAssignee", user("developer"),
            "getStatus", Stub.of(Status.class, Map.of("getId", "1", "getName", "To Do"))));

    public Project demo() {
        return demo;
    }

    public MutableIssue issue() {
        return issue;
    }

    public static ApplicationUser user(String name) {
        return Stub.of(ApplicationUser.class, Map.of("getKey", "key-of-" + name, "getUsername", name, "getDisplayName", "The " + name, "isActive", true));
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(SearchService.class, Stub.of(SearchService.class, Map.of("parseQuery", (Function<Object[], Object>) asked -> parsed((String) asked[1]),
                        "validateQuery", new MessageSetImpl(), "search", new SearchResults<>(List.of(issue), 1))),
                UserManager.class, Stub.of(UserManager.class, Map.of("getUserByKey", (Function<Object[], Object>) key -> byKey((String) key[0]))),
                JiraAuthenticationContext.class, Stub.of(JiraAuthenticationContext.class, Map.of("getLoggedInUser", (Function<Object[], Object>) none -> acting.get())),
                IssueManager.class, Stub.of(IssueManager.class, Map.of("getIssueByCurrentKey", (Function<Object[], Object>) key -> key[0].equals("DEMO-1") ? issue : null)),
                ProjectManager.class, Stub.of(ProjectManager.class, Map.of("getProjectByCurrentKey", (Function<Object[], Object>) key -> key[0].equals("DEMO") ? demo : null)),
                PermissionManager.class, Stub.of(PermissionManager.class, Map.of("hasPermission", (Function<Object[], Object>) asked -> may(asked[0], (ApplicationUser) asked[2]))),
                GlobalPermissionManager.class, Stub.of(GlobalPermissionManager.class, Map.of("hasPermission", (Function<Object[], Object>) asked -> isNamed("admin", (ApplicationUser) asked[1]))));
    }

    /** One field, whose value is the issue's key; the other has none. */
    @Override
    public CustomFieldViews customFields() {
        return new CustomFieldViews() {
            @Override
            public List<CustomField> fields() {
                return List.of(Stub.of(CustomField.class, Map.of("getId", "customfield_10000", "getName", "Key & <more>")),
                        Stub.of(CustomField.class, Map.of("getId", "customfield_10001", "getName", "Nothing")));
            }

            @Override
            public String html(CustomField field, Issue shown, View view) {
                return field.getName().equals("Nothing") ? "" : "<b>" + shown.getKey() + "</b> " + view;
            }
        };
    }

    /** What begins with "wrong" is no query. */
    private static SearchService.ParseResult parsed(String jql) {
        MessageSetImpl errors = new MessageSetImpl();
        if (jql.startsWith("wrong")) {
            errors.addErrorMessage("No query: " + jql);
        }
        return new SearchService.ParseResult(Stub.of(Query.class, Map.of("getQueryString", jql)), errors);
    }

    @Override
    public Map<String, HttpServlet> servlets() {
        return Map.of();
    }

    @Override
    public StubWorkflow workflows() {
        return workflow;
    }

    @Override
    public Optional<ApplicationUser> authenticate(String name, String password) {
        return NAMES.contains(name) && name.equals(password) ? Optional.of(user(name)) : Optional.empty();
    }

    @Override
    public Optional<ApplicationUser> byAccessToken(String token) {
        return token.equals("token-of-developer") ? Optional.of(user("developer")) : Optional.empty();
    }

    @Override
    public void actAs(ApplicationUser user) {
        acting.set(user);
    }

    private static ApplicationUser byKey(String key) {
        return NAMES.stream().filter(name -> key.equals("key-of-" + name)).findFirst().map(StubJira::user).orElse(null);
    }

    private static boolean may(Object permission, ApplicationUser user) {
        List<String> allowed = permission.equals(ProjectPermissions.ADMINISTER_PROJECTS) ? List.of("project-admin")
                : permission.equals(ProjectPermissions.EDIT_ISSUES) ? List.of("admin", "project-admin", "developer")
                : List.of("admin", "project-admin", "developer", "viewer");
        return user != null && allowed.contains(user.getUsername());
    }

    private static boolean isNamed(String name, ApplicationUser user) {
        return user != null && user.getUsername().equals(name);
    }
}
