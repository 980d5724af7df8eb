package org.intercomjira.embedded.host.service;

import java.nio.file.Path;
import java.util.UUID;
import org.intercomjira.embedded.jira.JiraDatabase;

/** A database in memory with the host's tables. */
final class TestDatabase {
    private TestDatabase() {
    }

    static JiraDatabase open() {
        JiraDatabase database = JiraDatabase.open(new JiraDatabase.Options("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", null, null, Path.of(".")));
        HostTables.create(database);
        return database;
    }
}
