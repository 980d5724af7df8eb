package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.NOON;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.newLink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkedIssueStoreTest {
    private static final IssueId FIRST = new IssueId(10_100);
    private static final IssueId THIRD = new IssueId(10_103);

    private final TestDatabase database = TestDatabase.h2(LinkEntity.class);
    private final LinkStore links = new LinkStore(database.activeObjects());
    private final LinkedIssueStore store = new LinkedIssueStore(database.activeObjects());

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void anIssueIsNamedOnceHoweverManyLinksItHas() {
        links.insert(newLink(FIRST, ACME, "215"), NOON);
        links.insert(newLink(THIRD, ACME, "215"), NOON);
        links.insert(newLink(FIRST, ACME, "216"), NOON);

        assertThat(store.issues(10)).containsExactly(THIRD, FIRST);
        assertThat(store.issues(1)).containsExactly(THIRD);
        assertThat(store.count()).isEqualTo(3);
    }

    @Test
    void issuesAreFoundByTheirConversationsInEveryWorkspace() {
        links.insert(newLink(FIRST, ACME, "215"), NOON);
        links.insert(newLink(THIRD, SECOND, "216"), NOON);
        links.insert(newLink(new IssueId(10_104), ACME, "217"), NOON);

        assertThat(store.issuesOf(conversations("215", "216"), 10)).containsExactly(THIRD, FIRST);
        assertThat(store.issuesOf(conversations("21"), 10)).isEmpty();
        assertThat(store.issuesOf(Set.of(), 10)).isEmpty();
    }

    @Test
    void theNewestLinksOfAProjectAreToldFirst() {
        links.insert(newLink(FIRST, ACME, "215"), NOON);
        links.insert(newLink(THIRD, SECOND, "216"), NOON.plusSeconds(1));
        links.mark(links.ofIssue(THIRD).get(0).link(), RemoteState.GONE);

        List<LinkFacts> facts = store.newestIn(Samples.DEMO, 10);

        assertThat(facts).extracting(LinkFacts::issue).containsExactly(THIRD, FIRST);
        assertThat(facts).extracting(LinkFacts::state).containsExactly("gone", "open");
        assertThat(facts.get(1).subject()).isEqualTo("Checkout total is wrong");
        assertThat(facts.get(1).linkedAt()).isEqualTo(NOON);
        assertThat(store.newestIn(Samples.DEMO, 1)).hasSize(1);
        assertThat(store.newestIn(new ProjectId(1), 10)).isEmpty();
    }

    @Test
    void aSubjectThatIsTheBeginOfAMessageIsNoPublicOne() {
        NewLink seen = newLink(FIRST, ACME, "215");
        links.insert(new NewLink(seen.issue(), seen.project(), seen.workspace(), seen.workspaceName(), seen.region(), seen.conversation(), seen.linkedBy(),
                seen.origin(), Snapshot.of(Samples.conversation("Hi, my total"))), NOON);

        assertThat(store.newestIn(Samples.DEMO, 1)).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo("Hi, my total");
            assertThat(fact.publicSubject()).isNull();
        });
    }

    @Test
    void aHundredThousandLinkedIssuesAreReadInElevenStatements() throws SQLException {
        addLinks(100_000);
        int before = database.statements();

        List<IssueId> issues = store.issues(200_000);

        assertThat(issues).hasSize(50_000).doesNotHaveDuplicates();
        assertThat(issues.get(0).value()).isGreaterThan(issues.get(49_999).value());
        assertThat(database.statements() - before).isEqualTo(11);
    }

    /** Two a piece, so that pages end between the links of an issue. */
    private void addLinks(int number) throws SQLException {
        String columns = "\"LINK_KEY\", \"ISSUE_ID\", \"PROJECT_ID\", \"WORKSPACE_ID\", \"REGION\", \"CONVERSATION_ID\", \"LINKED_AT\", \"ORIGIN\", \"REMOTE_STATE\"";
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into \"PUBLIC\".\"AO_7E57DB_LINK\" (" + columns + ") select 'k' || x, (x + 1) / 2, 1, 'w', 'US', x, 0, 'jira', 'ok' from system_range(1, " + number + ")");
        }
    }

    private static Set<ConversationId> conversations(String... ids) {
        return Set.copyOf(Arrays.stream(ids).map(ConversationId::new).toList());
    }
}
