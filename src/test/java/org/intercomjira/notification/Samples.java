package org.intercomjira.notification;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Message;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Part;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Switch;

/** The project, issue, change and conversation that the tests speak of. */
final class Samples {
    static final ProjectId DEMO = new ProjectId(10_000);
    static final IssueId DEMO_7 = new IssueId(10_107);
    static final URI DEMO_7_PAGE = URI.create("https://jira.example.org/jira/browse/DEMO-7");
    static final long CHANGE = 20_311;
    static final WorkspaceId ACME = new WorkspaceId("ecahpwf5");
    static final WorkspaceId SECOND = new WorkspaceId("second01");
    static final Access ACCESS = new Access(Region.US, new Secret("token"));
    static final StatusChange TO_DONE = new StatusChange("1", "3", "To Do", "Done");
    static final AssigneeChange TO_ANN = new AssigneeChange(null, "Ann Other");
    static final NewComment COMMENT = new NewComment(10_200, "It works", false);
    static final IssueChange MOVED = change(null, TO_DONE, null);
    static final IssueChange ALL_AT_ONCE = change(TO_ANN, TO_DONE, COMMENT);
    static final Fact MOVE = Fact.change(CHANGE);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {
    }

    static IssueChange change(AssigneeChange assignee, StatusChange status, NewComment comment) {
        Long changeGroup = assignee == null && status == null ? null : CHANGE;
        return new IssueChange(DEMO_7, DEMO, "Dev Eloper", changeGroup, assignee, status, comment, FunctionWish.NONE, 0);
    }

    static NotePayload payload(IssueChange change) {
        Fact fact = change.changeGroup() == null ? Fact.comment(change.comment().id()) : MOVE;
        return NotePayload.of(change, fact, ACME, new ConversationId("215"));
    }

    static Connection connection(ConnectionState state) {
        Teammate app = new Teammate(new TeammateId("5017691"), "Jira app", null, null);
        return new Connection(DEMO, ACME, "Acme Support", Region.US, app, state, state == ConnectionState.BROKEN ? "authorisation_lost" : null,
                NOON, "JIRAUSER1", NOON);
    }

    static Link link(WorkspaceId workspace, String conversation, boolean gone) {
        return new Link(1, DEMO_7, DEMO, workspace, new ConversationId(conversation), "JIRAUSER1", NOON, Link.FROM_JIRA, gone);
    }

    static ProjectSettings settings(boolean linking, boolean transitions) {
        return ProjectSettings.DEFAULTS.with(Switch.LINKING, linking).with(Switch.TRANSITION_NOTES, transitions);
    }

    static MutableIssue issue() {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(DEMO.value());
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getId()).thenReturn(DEMO_7.value());
        when(issue.getKey()).thenReturn("DEMO-7");
        when(issue.getSummary()).thenReturn("Total is <wrong>");
        when(issue.getProjectObject()).thenReturn(project);
        // A mock answers 0 for a Long.
        when(issue.getSecurityLevelId()).thenReturn(null);
        return issue;
    }

    static Attempt attempt(boolean mayHaveBeenSent) {
        String payload = payload(MOVED).toJson();
        return new Attempt(1, new Message("ecahpwf5", "10000", "ecahpwf5:215", "change:20311:215", "note", payload), 0, NOON, mayHaveBeenSent);
    }

    /** A conversation whose parts are notes with these bodies. */
    static Conversation withNotes(String... bodies) {
        return withParts("note", bodies);
    }

    static Conversation withParts(String type, String... bodies) {
        List<Part> parts = IntStream.range(0, bodies.length)
                .mapToObj(number -> new Part(String.valueOf(number), type, Arrays.asList(bodies).get(number), NOON, null)).toList();
        return new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, parts);
    }
}
