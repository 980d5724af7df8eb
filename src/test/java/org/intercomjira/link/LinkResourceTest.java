package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.linked;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Permissions;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkResourceTest {
    private static final String BODY = "{\"conversation\":\"215\"}";

    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final PermissionManager jira = mock(PermissionManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final Permissions permissions = new Permissions(authentication, jira, mock(GlobalPermissionManager.class), issues, mock(ProjectManager.class));
    private final LinkService links = mock(LinkService.class);
    private final ConversationLinking linking = mock(ConversationLinking.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final IntercomEndpoints endpoints = mock(IntercomEndpoints.class);
    private final SnapshotRefresh refresh = mock(SnapshotRefresh.class);
    private final LinkResource resource = new LinkResource(permissions, links, linking,
            new LinkViews(links, connections, settings, endpoints, permissions, jira, refresh), refresh);
    private final MutableIssue issue = Samples.issue();

    @BeforeEach
    void open() {
        when(issues.getIssueByCurrentKey("DEMO-1")).thenReturn(issue);
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS);
        when(connections.find(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        when(endpoints.conversationPage(any(), any(), any())).thenReturn(URI.create("https://app.eu.intercom.com/a/inbox/x"));
        when(linking.link(eq(issue), any(), eq("215"))).thenReturn(linked(ACME, "215", RemoteState.UNCHECKED));
        when(links.conversationsOf(DEMO_1)).thenReturn(List.of(linked(ACME, "215", RemoteState.OK)));
    }

    @ParameterizedTest(name = "{0} gets {1} reading, {2} linking, {3} unlinking")
    @CsvSource({
        "anonymous, 401, 401, 401",
        "outsider,  404, 404, 404",
        "viewer,    200, 403, 403",
        "developer, 200, 201, 204"})
    void theCallerDecidesTheAnswer(String caller, int reading, int linkingStatus, int unlinking) {
        logIn(caller);

        assertThat(status(() -> resource.list("DEMO-1"))).isEqualTo(reading);
        assertThat(status(() -> resource.link("DEMO-1", BODY))).isEqualTo(linkingStatus);
        assertThat(status(() -> resource.unlink("DEMO-1", "215", null))).isEqualTo(unlinking);
    }

    @Test
    void anIssueThatIsNotThereAnswersAsOneThatIsNotVisible() {
        logIn("developer");

        assertThat(status(() -> resource.list("DEMO-99"))).isEqualTo(404);
    }

    @Test
    void whoMayNotEditLinksAndUnlinksNothing() {
        logIn("viewer");

        status(() -> resource.link("DEMO-1", BODY));
        status(() -> resource.unlink("DEMO-1", "215", null));

        verify(linking, never()).link(any(), any(), any());
        verify(links, never()).unlink(any());
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "'nonsense'", "'[]'", "'null'"})
    void aBodyThatIsNoRequestIsRefused(String body) {
        logIn("developer");

        assertThat(status(() -> resource.link("DEMO-1", body))).isEqualTo(422);
    }

    @Test
    void theListTellsAllThatThePanelNeeds() {
        logIn("viewer");
        when(links.conversationsOf(DEMO_1)).thenReturn(List.of(linked(ACME, "1", RemoteState.OK), linked(ACME, "2", RemoteState.UNCHECKED),
                linked(ACME, "3", RemoteState.GONE), linked(SECOND, "4", RemoteState.OK)));

        JsonObject view = list();

        assertThat(view.get("count").getAsInt()).isEqualTo(4);
        assertThat(view.getAsJsonArray("links")).extracting(link -> link.getAsJsonObject().get("state").getAsString())
                .containsExactly("ok", "unchecked", "gone", "other_workspace");
        assertThat(view.getAsJsonArray("links").get(3).getAsJsonObject().getAsJsonObject("workspace").get("name").getAsString())
                .isEqualTo("Workspace second01");
        assertThat(view.getAsJsonObject("permissions").get("canLink").getAsBoolean()).isFalse();
        assertThat(view.getAsJsonObject("connection").get("state").getAsString()).isEqualTo("connected");
    }

    @Test
    void withoutAConnectionTheLinksAreStillShown() {
        logIn("developer");
        when(connections.find(DEMO)).thenReturn(Optional.empty());

        JsonObject view = list();

        assertThat(view.getAsJsonObject("connection").get("state").getAsString()).isEqualTo("missing");
        assertThat(view.getAsJsonArray("links").get(0).getAsJsonObject().get("state").getAsString()).isEqualTo("ok");
    }

    @Test
    void messageTextIsLeftOutWhereTheConversationViewIsOff() {
        logIn("viewer");
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS.with(Switch.CONVERSATION_VIEW, false));

        assertThat(list().toString()).contains("Checkout total is wrong").doesNotContain("Hi, my total is wrong");
    }

    @Test
    void unlinkingWhatIsNotLinkedIsNotFound() {
        logIn("developer");

        assertThat(status(() -> resource.unlink("DEMO-1", "999", null))).isEqualTo(404);
        assertThat(status(() -> resource.unlink("DEMO-1", "215", "second01"))).isEqualTo(404);
    }

    @Test
    void ofTwoWorkspacesOnlyTheLinkThatIsMeantIsRemoved() {
        logIn("developer");
        LinkedConversation old = linked(SECOND, CONVERSATION.value(), RemoteState.OK);
        when(links.conversationsOf(DEMO_1)).thenReturn(List.of(linked(ACME, CONVERSATION.value(), RemoteState.OK), old));

        resource.unlink("DEMO-1", CONVERSATION.value(), "second01");

        verify(links).unlink(old.link());
        verify(links, never()).unlink(linked(ACME, CONVERSATION.value(), RemoteState.OK).link());
    }

    private JsonObject list() {
        return JsonParser.parseString((String) resource.list("DEMO-1").getEntity()).getAsJsonObject();
    }

    private void logIn(String caller) {
        if (caller.equals("anonymous")) {
            return;
        }
        ApplicationUser user = mock(ApplicationUser.class);
        when(authentication.getLoggedInUser()).thenReturn(user);
        when(jira.hasPermission(eq(ProjectPermissions.BROWSE_PROJECTS), any(Issue.class), eq(user))).thenReturn(!caller.equals("outsider"));
        when(jira.hasPermission(eq(ProjectPermissions.EDIT_ISSUES), any(Issue.class), eq(user))).thenReturn(caller.equals("developer"));
        when(jira.hasPermission(any(), any(Project.class), eq(user))).thenReturn(false);
    }

    private static int status(Supplier<Response> call) {
        try {
            return call.get().getStatus();
        } catch (ApiException refusal) {
            return refusal.status();
        }
    }
}
