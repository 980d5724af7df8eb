package org.intercomjira.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Patience;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Intercom with {@code GET /me} whether broken connections work again, so that they survive an incident without a person. Only
 * connections whose token Intercom refused are asked about: a token that cannot be read does not come back by itself.
 */
@Component
class ConnectionProbe {
    static final int MAX_AT_ONCE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionProbe.class);
    private static final Set<String> MAY_PASS = Set.of("authorisation_lost", "not_subscribed");

    private final ConnectionStore store;
    private final ConnectionMemory memory;
    private final ConnectionService connections;
    private final ConnectionTokens tokens;
    private final IntercomClient intercom;
    private final Outbox outbox;
    private final CopyGuard copyGuard;
    private final Clock clock;

    ConnectionProbe(ConnectionStore store, ConnectionMemory memory, ConnectionService connections, ConnectionTokens tokens, IntercomClient intercom,
            Outbox outbox, CopyGuard copyGuard, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.connections = connections;
        this.tokens = tokens;
        this.intercom = intercom;
        this.outbox = outbox;
        this.copyGuard = copyGuard;
        this.clock = clock;
    }

    /** A broken connection and when it is probed. */
    record Broken(StoredConnection stored, ProbeSchedule schedule) {
        Instant due() {
            return schedule.due(stored.connection().stateSince());
        }
    }

    private record Probe(Broken broken, Access access, CompletableFuture<Answer<Identity>> call) {
    }

    /** Probes what is due, the longest overdue first, all at the same time; waits for the answers, but not for ever. A copy of Jira asks nothing. */
    void probeDue() {
        if (copyGuard.isHeld()) {
            return;
        }
        Instant now = clock.instant();
        List<Probe> probes = new ArrayList<>();
        store.broken().stream().filter(broken -> MAY_PASS.contains(broken.stored().connection().stateReason()) && !now.isBefore(broken.due())
                && !memory.isGone(broken.stored().connection().project())).sorted(Comparator.comparing(Broken::due)).limit(MAX_AT_ONCE)
                .forEach(broken -> begin(broken, probes));
        probes.forEach(this::conclude);
    }

    private void begin(Broken broken, List<Probe> probes) {
        try {
            Access access = tokens.open(broken.stored());
            probes.add(new Probe(broken, access, intercom.me(access)));
        } catch (ApiException e) {
            LOG.debug("The token of project {} cannot be read: {}", broken.stored().connection().project().value(), e.code());
        }
    }

    private void conclude(Probe probe) {
        Connection connection = probe.broken().stored().connection();
        Answer<Identity> answer = Patience.await(probe.call());
        if (answer instanceof Answer.Ok<Identity> ok && isOf(connection, ok.value())) {
            mend(connection.project(), probe.access());
        } else if (answer instanceof Answer.Failed<Identity> failed && isSilence(failed.failure())) {
            store.reschedule(connection.project(), schedule -> schedule.unanswered(clock.instant()));
        } else {
            store.reschedule(connection.project(), schedule -> schedule.refused(clock.instant()));
        }
    }

    private void mend(ProjectId project, Access access) {
        if (connections.mend(project, access)) {
            LOG.info("Intercom accepts the authorisation of project {} again: what was held is sent", project.value());
            outbox.release(String.valueOf(project.value()));
        }
    }

    /** When the app user has left the workspace, a token that still opens it is not enough to write as that teammate. */
    private static boolean isOf(Connection connection, Identity identity) {
        return identity.workspace().equals(connection.workspace()) && identity.teammate().id().equals(connection.appUser().id());
    }

    private static boolean isSilence(Failure failure) {
        return failure instanceof Failure.Unreachable || failure instanceof Failure.Unknown || failure instanceof Failure.RateLimited;
    }
}
