package org.intercomjira.connection;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The connections of all projects, for Jira administrators. */
@Component
public class ConnectionOverview {
    private final ConnectionStore store;
    private final ConnectionMemory memory;
    private final ConnectionService connections;
    private final LastSuccesses successes;

    ConnectionOverview(ConnectionStore store, ConnectionMemory memory, ConnectionService connections, LastSuccesses successes) {
        this.store = store;
        this.memory = memory;
        this.connections = connections;
        this.successes = successes;
    }

    /** In the order of the projects' ids, from the database; without those of deleted and archived projects. */
    public List<Line> all() {
        return store.all().stream().filter(stored -> !memory.isGone(stored.connection().project()))
                .map(stored -> new Line(stored.connection(), connections.troubleOf(stored.connection()).orElse(null), successes.latest(stored).orElse(null)))
                .toList();
    }

    /**
     * One project's connection.
     *
     * @param trouble     code of the reason why it does not work; null when it does
     * @param lastSuccess of a call; null for never
     */
    public record Line(Connection connection, String trouble, Instant lastSuccess) {
    }
}
