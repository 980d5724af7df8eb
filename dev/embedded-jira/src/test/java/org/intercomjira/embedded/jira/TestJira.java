package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.spi.HistorySettings;
import org.intercomjira.embedded.spi.JiraSettings;

/** Jira's own part on an H2 file or a given database, with an ear for its events. */
final class TestJira implements AutoCloseable {
    static final JiraSettings SETTINGS = new JiraSettings(URI.create("http://jira.example/jira"), List.of("EXTRA:Extra project"), "node1", HistorySettings.BY_ID);

    private final JiraDatabase database;
    private final Domain domain;
    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private Consumer<Object> listener = event -> { };

    private TestJira(JiraDatabase database) {
        this.database = database;
        this.domain = Domain.open(database, new Ear(), SETTINGS, Clock.systemUTC());
    }

    static TestJira in(Path home) {
        return new TestJira(JiraDatabase.open(JiraDatabase.Options.h2(home)));
    }

    static TestJira at(String jdbcUrl, String user) {
        return new TestJira(JiraDatabase.open(new JiraDatabase.Options(jdbcUrl, user, "", null)));
    }

    Domain domain() {
        return domain;
    }

    Account user(String name) {
        return domain.accounts().byName(name).orElseThrow();
    }

    StoredIssue issue(String key) {
        return domain.issues().byKey(key).orElseThrow();
    }

    List<Object> heard() {
        return heard;
    }

    /** Called for each event on the thread that published it. */
    void whenHeard(Consumer<Object> action) {
        listener = action;
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Ear implements EventPublisher {
        @Override
        public void publish(Object event) {
            heard.add(event);
            listener.accept(event);
        }

        @Override
        public void register(Object target) {
            throw new UnsupportedOperationException("nothing registers here");
        }

        @Override
        public void unregister(Object target) {
            throw new UnsupportedOperationException("nothing registers here");
        }
    }
}
