package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.notification.NoteContents.Plan;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/**
 * Looks at everything again at the moment of sending: issue, comment, connection, settings and link may have changed since. All of it
 * is read from the database: what a cache of this node still believes may be over on another.
 */
@Component
class NotePreparation {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final Duration CONNECTION_AWAITED = Duration.ofMinutes(1);

    private final IssueManager issues;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final IssueHistory history;
    private final NoteContents contents;
    private final BaseUrl baseUrl;
    private final Clock clock;

    NotePreparation(@ComponentImport IssueManager issues, ConnectionService connections, ProjectSettingsService settings,
                    LinkService links, IssueHistory history, NoteContents contents, BaseUrl baseUrl, Clock clock) {
        this.issues = issues;
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.history = history;
        this.contents = contents;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** @param since when the note was put into the outbox */
    Preparation prepare(NotePayload payload, Instant since) {
        return prepare(payload, since, null);
    }

    /**
     * Looks at everything once more, long after the note was prepared, and renders nothing: the thread is one of those that wait for
     * Intercom. A note that would say something else now is not to be sent yet.
     */
    Preparation prepareAgain(Note prepared, NotePayload payload, Instant since) {
        return prepare(payload, since, prepared);
    }

    private Preparation prepare(NotePayload payload, Instant since, Note prepared) {
        Issue issue = issues.getIssueObject(payload.issue());
        if (issue == null) {
            return dropped("issue.deleted");
        }
        if (!IssueVisibility.mayBeToldOf(issue)) {
            return dropped("issue.not_for_all");
        }
        // A moved issue speaks through the connection and by the settings of the project where it is now.
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.findNow(project);
        if (connection.isEmpty()) {
            return connections.isAwaited(project) ? awaiting() : dropped("connection.revoked");
        }
        ProjectSettings chosen = settings.now(project);
        if (!chosen.linkingEnabled()) {
            return dropped("notification.switched_off");
        }
        return prepare(payload, issue, connection.get(), chosen, since, prepared);
    }

    private Preparation prepare(NotePayload payload, Issue issue, Connection connection, ProjectSettings chosen, Instant since, Note prepared) {
        Optional<Link> link = reachableLink(payload, connection);
        boolean isReachable = payload.kind() == Fact.Kind.UNLINK ? connection.workspace().value().equals(payload.workspace()) : link.isPresent();
        if (!isReachable) {
            return dropped("link.removed");
        }
        if (connection.state() == ConnectionState.BROKEN) {
            return new Preparation.Ended(new Outcome.AuthorisationLost(connection.stateReason()));
        }
        Optional<NotePayload> read = payload.unread() == null ? Optional.of(payload) : history.find(issue, payload.fact()).map(payload::read);
        if (read.isEmpty()) {
            return notStored(since);
        }
        Optional<Plan> plan = contents.plan(read.get(), issue, chosen);
        if (plan.isEmpty()) {
            return dropped("notification.nothing_to_tell");
        }
        if (prepared != null) {
            return plan.get().equals(prepared.plan()) ? new Preparation.Ready(prepared) : new Preparation.Ended(new Outcome.NotYet(clock.instant()));
        }
        return ready(payload, issue, connection, link.orElse(null), plan.get(), chosen);
    }

    /** Jira has not kept the change yet, or has taken it back. */
    private Preparation notStored(Instant since) {
        Instant now = clock.instant();
        return now.isBefore(since.plus(TransitionHistory.STORED_WITHIN)) ? new Preparation.Ended(new Outcome.NotYet(now.plus(LOOK_AGAIN)))
                : dropped("change.not_found");
    }

    private Preparation ready(NotePayload payload, Issue issue, Connection connection, Link link, Plan plan, ProjectSettings chosen) {
        Reopening reopening = !plan.reopens() ? Reopening.NO : chosen.unassignOnOpen() ? Reopening.OPEN_UNASSIGNED : Reopening.OPEN;
        return connections.access(connection.project())
                .<Preparation>map(access -> new Preparation.Ready(new Note(connection, access, new ConversationId(payload.conversation()), link,
                        baseUrl.issue(issue.getKey()), payload.marker(), plan, contents.html(plan, issue), reopening, payload.isLate())))
                .orElseGet(() -> connections.isAwaited(connection.project()) ? awaiting() : dropped("connection.revoked"));
    }

    private Optional<Link> reachableLink(NotePayload payload, Connection connection) {
        return NotificationRules.reachable(links.linksNowOf(payload.issueId()), connection).stream()
                .filter(link -> link.workspace().value().equals(payload.workspace())
                        && link.conversation().value().equals(payload.conversation()))
                .findFirst();
    }

    /** The engine holds messages of such a project, so it does not know yet what the database says: the note waits until it does. */
    private Preparation awaiting() {
        return new Preparation.Ended(new Outcome.NotYet(clock.instant().plus(CONNECTION_AWAITED)));
    }

    private static Preparation dropped(String reason) {
        return new Preparation.Ended(new Outcome.Dropped(reason));
    }
}
