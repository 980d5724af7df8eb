package org.intercomjira.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** When a call of a project last went well. Every delivery tells, so only one in a minute is written. */
@Component
class LastSuccesses {
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final ConnectionStore store;
    private final Clock clock;
    private final Map<ProjectId, Times> times = new ConcurrentHashMap<>();

    LastSuccesses(ConnectionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void record(ProjectId project) {
        Instant now = clock.instant();
        Times latest = times.compute(project, (id, before) -> new Times(now, isDue(before, now) ? now : before.written()));
        if (latest.written().equals(now)) {
            store.recordSuccess(project, now);
        }
    }

    /** As this node or the table knows it; empty for never. */
    Optional<Instant> latest(StoredConnection stored) {
        Instant here = Optional.ofNullable(times.get(stored.connection().project())).map(Times::success).orElse(null);
        return Stream.of(stored.lastSuccess(), here).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    void forget(ProjectId project) {
        times.remove(project);
    }

    private static boolean isDue(Times before, Instant now) {
        return before == null || !now.isBefore(before.written().plus(BETWEEN_WRITES));
    }

    private record Times(Instant success, Instant written) {
    }
}
