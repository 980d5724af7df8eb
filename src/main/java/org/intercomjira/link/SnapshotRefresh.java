package org.intercomjira.link;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Reads conversations again whose snapshots are old, behind the back of whoever looks at them. */
@Component
class SnapshotRefresh {
    static final Duration FRESH = Duration.ofMinutes(5);

    private final IntercomClient intercom;
    private final Contacts contacts;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final RefreshQueue queue;
    private final Clock clock;

    SnapshotRefresh(IntercomClient intercom, Contacts contacts, ConnectionService connections, ProjectSettingsService settings,
                    LinkService links, RefreshQueue queue, Clock clock) {
        this.intercom = intercom;
        this.contacts = contacts;
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.queue = queue;
        this.clock = clock;
    }

    /** Whether the conversation should be read again, and can be. */
    boolean isStale(LinkedConversation linked, Optional<Connection> connection) {
        boolean reachable = connection.filter(found -> found.state() == ConnectionState.CONNECTED
                && found.workspace().equals(linked.link().workspace())).isPresent();
        return reachable && !(linked.snapshotAt() != null && linked.snapshotAt().isAfter(clock.instant().minus(FRESH))
                && linked.lastSeen().filter(Snapshot::hasDetails).isPresent());
    }

    /**
     * Begins to read what is old; returns at once.
     *
     * @param project where the issue is now: its token reads, and its fields are kept
     * @return how many conversations are being read or wait for it
     */
    int refresh(ProjectId project, List<LinkedConversation> linked) {
        Optional<Connection> connection = connections.find(project);
        return (int) linked.stream().filter(each -> isStale(each, connection))
                .filter(each -> queue.offer(project.value() + ":" + each.link().workspace().value() + ":" + each.link().conversation().value(),
                        () -> read(project, each.link())))
                .count();
    }

    private CompletableFuture<Boolean> read(ProjectId project, Link link) {
        Optional<Access> access = connections.access(project);
        return access.isEmpty() ? CompletableFuture.completedFuture(false)
                : intercom.conversation(access.get(), link.conversation()).thenCompose(answer -> {
                    if (answer instanceof Answer.Ok<Conversation> ok) {
                        connections.recordSuccess(project);
                        return details(project, access.get(), ok.value()).thenApply(snapshot -> {
                            links.seen(project, link, snapshot);
                            return snapshot.hasDetails();
                        });
                    }
                    learn(project, access.get(), link, ((Answer.Failed<Conversation>) answer).failure());
                    return CompletableFuture.completedFuture(false);
                });
    }

    private CompletableFuture<Snapshot> details(ProjectId project, Access access, Conversation conversation) {
        Snapshot seen = Snapshot.of(conversation);
        return conversation.contact() == null ? CompletableFuture.completedFuture(seen)
                : contacts.of(access, conversation.contact(), settings.of(project).visibleFields()).thenApply(answer ->
                        answer instanceof Answer.Ok<Contacts.Answered> ok ? seen.with(ok.value()) : seen);
    }

    private void learn(ProjectId project, Access access, Link link, Failure failure) {
        if (failure instanceof Failure.NotFound) {
            links.markUnreadable(project, link, RemoteState.GONE);
        } else if (failure instanceof Failure.Forbidden) {
            links.markUnreadable(project, link, RemoteState.FORBIDDEN);
        } else if (failure instanceof Failure.AuthorisationLost) {
            connections.markBroken(project, access, "authorisation_lost");
        } else if (failure instanceof Failure.NotSubscribed) {
            connections.markBroken(project, access, "not_subscribed");
        }
    }
}
