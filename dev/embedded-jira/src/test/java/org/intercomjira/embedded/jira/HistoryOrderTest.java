package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.event.api.EventPublisher;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.host.Options;
import org.intercomjira.embedded.jira.issue.ChangeGroup;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.spi.HistorySettings;
import org.intercomjira.embedded.spi.JiraSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, one of them with a clock that is ahead: one edits, then the other, then the first again. */
class HistoryOrderTest {
    private static final int BANK = 10;
    private static final Clock ON_TIME = Clock.systemUTC();
    private static final Clock AHEAD = Clock.offset(ON_TIME, Duration.ofSeconds(30));
    @TempDir
    Path home;
    private JiraDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void byIdTheOrderIsThatOfTheCommits() {
        assertThat(edits(HistorySettings.BY_ID)).containsExactly("ahead", "on time", "ahead again");
    }

    @Test
    void byCreatedTheOrderIsThatOfTheClocks() {
        assertThat(edits(new HistorySettings(true, 0))).containsExactly("on time", "ahead", "ahead again");
    }

    @Test
    void byIdsInBanksTheOrderIsThatOfTheNodes() {
        assertThat(edits(new HistorySettings(false, BANK))).containsExactly("ahead", "ahead again", "on time");
    }

    @Test
    void theOptionsNameTheOrderAndTheBank() {
        database = JiraDatabase.open(JiraDatabase.Options.h2(home));
        assertThat(Options.parse().history()).isEqualTo(HistorySettings.BY_ID);
        assertThat(Options.parse("--history-order", "created", "--id-bank", "100").history()).isEqualTo(new HistorySettings(true, 100));
    }

    /** The summaries as the history gives them; comments are in the same order. */
    private List<String> edits(HistorySettings history) {
        database = JiraDatabase.open(JiraDatabase.Options.h2(home));
        Domain ahead = node("ahead", history, AHEAD);
        Domain onTime = node("onTime", history, ON_TIME);
        edit(ahead, "ahead");
        edit(onTime, "on time");
        edit(ahead, "ahead again");
        StoredIssue issue = onTime.issues().byKey("DEMO-1").orElseThrow();
        List<String> summaries = onTime.history().of(issue.id()).stream().map(ChangeGroup::items).map(items -> items.get(0).to().text()).toList();
        assertThat(onTime.comments().of(issue)).extracting(StoredComment::body).containsExactlyElementsOf(summaries);
        assertThat(onTime.commits().after(0, BANK)).extracting("node").containsExactly("ahead", "onTime", "ahead");
        return summaries;
    }

    private Domain node(String name, HistorySettings history, Clock clock) {
        return Domain.open(database, new Deaf(), new JiraSettings(URI.create("http://jira.example/jira"), List.of(), name, history), clock);
    }

    private static void edit(Domain node, String text) {
        StoredIssue issue = node.issues().byKey("DEMO-1").orElseThrow();
        node.issueOperations().edit(issue.id(), Map.of(Field.SUMMARY, Value.text(text)), new NewComment(text, Restriction.NONE), node.accounts().byName("admin").orElseThrow());
    }

    private static final class Deaf implements EventPublisher {
        @Override
        public void publish(Object event) {
            // Events are not what this is about.
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
