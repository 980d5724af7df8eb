package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.NOON;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.newLink;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(LinkEntity.class)
class LinkedIssueStoreTest {
    private static final IssueId FIRST = new IssueId(10_100);
    private static final int AT_ONCE = 1_000;
    private static final IssueId THIRD = new IssueId(10_103);

    private final TestDatabase database;
    private final LinkStore links;
    private final LinkedIssueStore store;

    LinkedIssueStoreTest(TestDatabase database) {
        this.database = database;
        links = new LinkStore(database.activeObjects());
        store = new LinkedIssueStore(database.activeObjects());
    }

    @OnEveryDatabase
    void anIssueIsNamedOnceHoweverManyLinksItHas() {
        links.insert(newLink(FIRST, ACME, "215"), NOON);
        links.insert(newLink(THIRD, ACME, "215"), NOON);
        links.insert(newLink(FIRST, ACME, "216"), NOON);

        assertThat(store.issues(10)).containsExactly(THIRD, FIRST);
        assertThat(store.issues(1)).containsExactly(THIRD);
        assertThat(store.count()).isEqualTo(3);
    }

    @OnEveryDatabase
    void issuesAreFoundByTheirConversationsInEveryWorkspace() {
        links.insert(newLink(FIRST, ACME, "215"), NOON);
        links.insert(newLink(THIRD, SECOND, "216"), NOON);
        links.insert(newLink(new IssueId(10_104), ACME, "217"), NOON);

        assertThat(store.issuesOf(conversations("215", "216"), 10)).containsExactly(THIRD, FIRST);
        assertThat(store.issuesOf(conversations("21"), 10)).isEmpty();
        assertThat(store.issuesOf(Set.of(), 10)).isEmpty();
    }

    @OnEveryDatabase
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

    @OnEveryDatabase
    void aSubjectThatIsTheBeginOfAMessageIsNoPublicOne() {
        NewLink seen = newLink(FIRST, ACME, "215");
        links.insert(new NewLink(seen.issue(), seen.project(), seen.workspace(), seen.workspaceName(), seen.region(), seen.conversation(), seen.linkedBy(),
                seen.origin(), Snapshot.of(Samples.conversation("Hi, my total"))), NOON);

        assertThat(store.newestIn(Samples.DEMO, 1)).singleElement().satisfies(fact -> {
            assertThat(fact.subject()).isEqualTo("Hi, my total");
            assertThat(fact.publicSubject()).isNull();
        });
    }

    @OnEveryDatabase
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
        for (int first = 1; first <= number; first += AT_ONCE) {
            database.execute("INSERT INTO \"AO_7E57DB_LINK\" (" + columns + ") VALUES " + IntStream.range(first, first + AT_ONCE)
                .mapToObj(x -> "('k" + x + "', " + (x + 1) / 2 + ", 1, 'w', 'US', '" + x + "', 0, 'jira', 'ok')").collect(Collectors.joining(", ")));
        }
    }

    private static Set<ConversationId> conversations(String... ids) {
        return Set.copyOf(Arrays.stream(ids).map(ConversationId::new).toList());
    }
}
