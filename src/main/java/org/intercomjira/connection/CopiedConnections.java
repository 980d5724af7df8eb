package org.intercomjira.connection;

import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes connections that were copied from another Jira along with its database. */
@Component
public class CopiedConnections {
    private final ConnectionStore store;
    private final ConnectionService connections;

    CopiedConnections(ConnectionStore store, ConnectionService connections) {
        this.store = store;
        this.connections = connections;
    }

    /** Deletes all connections with their tokens. Intercom is not called: there they still belong to the other Jira. The number of connections. */
    public int deleteAll() {
        int deleted = 0;
        for (List<StoredConnection> page = store.all(); !page.isEmpty(); page = store.all()) {
            page.forEach(stored -> connections.remove(stored.connection().project()));
            deleted += page.size();
        }
        return deleted;
    }
}
