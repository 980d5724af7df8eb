package org.intercomjira.link;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import java.time.Instant;
import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/** The project, issue, workspace and conversation that the tests speak of. */
final class Samples {
    static final ProjectId DEMO = new ProjectId(10_000);
    static final IssueId DEMO_1 = new IssueId(10_100);
    static final WorkspaceId ACME = new WorkspaceId("ecahpwf5");
    static final WorkspaceId SECOND = new WorkspaceId("second01");
    static final ConversationId CONVERSATION = new ConversationId("215475827415413");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {
    }

    static Connection connection(ConnectionState state) {
        Teammate app = new Teammate(new TeammateId("5017691"), "Jira app", null, null);
        return new Connection(DEMO, ACME, "Acme Support", Region.EU, app, state, null, NOON, "JIRAUSER1", NOON);
    }

    static NewLink newLink(IssueId issue, WorkspaceId workspace, String conversation) {
        return new NewLink(issue, DEMO, workspace, "Acme Support", Region.EU, new ConversationId(conversation), "JIRAUSER1", Link.FROM_JIRA,
                Snapshot.of(conversation("Checkout total is wrong")));
    }

    static Conversation conversation(String subject) {
        return new Conversation(CONVERSATION, subject, "Hi, my total is wrong", Conversation.State.OPEN,
                new Contact("6762f1261bb69f9f2193bba7", Contact.Kind.USER, "Ada Example", "ada@example.org"), NOON, NOON, List.of());
    }

    static Link link(IssueId issue, WorkspaceId workspace, String conversation) {
        return new Link(7, issue, DEMO, workspace, new ConversationId(conversation), "JIRAUSER1", NOON, Link.FROM_JIRA, false);
    }

    static LinkedConversation linked(WorkspaceId workspace, String conversation, RemoteState state) {
        Snapshot snapshot = state == RemoteState.UNCHECKED ? null : Snapshot.of(conversation("Checkout total is wrong"));
        return new LinkedConversation(link(DEMO_1, workspace, conversation), "Workspace " + workspace.value(), Region.EU, state, snapshot, NOON, false);
    }

    static MutableIssue issue() {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(DEMO.value());
        when(project.getKey()).thenReturn("DEMO");
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(DEMO_1.value());
        when(issue.getKey()).thenReturn("DEMO-1");
        when(issue.getProjectObject()).thenReturn(project);
        return issue;
    }
}
