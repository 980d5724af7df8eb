package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.intercomjira.embedded.jira.issue.ChangeItem;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.jira.property.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL that were started at the same moment on an empty database. */
class TwoNodesTest {
    private static final int TIMES = 40;

    private static EmbeddedPostgres postgres;
    private static ExecutorService threads;
    private static TestJira one;
    private static TestJira two;

    @BeforeAll
    static void startBothAtOnce() throws IOException, InterruptedException, ExecutionException {
        postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(5)).start();
        threads = Executors.newFixedThreadPool(8);
        String url = postgres.getJdbcUrl("postgres", "postgres");
        List<TestJira> nodes = together(List.of(() -> TestJira.at(url, "postgres"), () -> TestJira.at(url, "postgres")));
        one = nodes.get(0);
        two = nodes.get(1);
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        two.close();
        threads.shutdown();
        postgres.close();
    }

    @Test
    void theDemoDataIsThereOnce() {
        assertThat(one.domain().projects().all()).extracting("key").containsExactlyInAnyOrder("DEMO", "OPS", "EXTRA");
        assertThat(two.domain().search().find("project = OPS", two.user("admin"), 0, 50).total()).isEqualTo(3);
    }

    @Test
    void issuesThatAreCreatedAtOnceGetKeysOfTheirOwnWithoutAGap() throws Exception {
        long before = one.domain().search().find("project = EXTRA", one.user("admin"), 0, 0).total();
        List<StoredIssue> created = together(times(node -> node.domain().issueOperations().create(node.domain().projects().byKey("EXTRA").orElseThrow(),
                Map.of(Field.SUMMARY, Value.text("At once"), Field.ISSUE_TYPE, new Value("10002", "Task")), node.user("admin"))));

        assertThat(created).extracting(StoredIssue::number).containsExactlyInAnyOrderElementsOf(IntStream.range(0, TIMES).mapToObj(i -> before + 1 + i).toList());
        assertThat(created).extracting(StoredIssue::id).doesNotHaveDuplicates();
    }

    @Test
    void whatOneNodeWritesTheOtherReadsAtOnce() {
        StoredIssue issue = one.issue("DEMO-2");
        one.domain().issueOperations().transition(issue.id(), new Workflow().transition(issue, 31).orElseThrow(), Map.of(), new NewComment("ok", Restriction.NONE), one.user("admin"));

        assertThat(two.issue("DEMO-2").status().name()).isEqualTo("Done");
        assertThat(two.domain().comments().of(two.issue("DEMO-2"))).extracting("body").containsExactly("ok");
        assertThat(two.domain().search().find("status = Done and text ~ password", two.user("viewer"), 0, 10).issues()).extracting("key").containsExactly("DEMO-2");
    }

    @Test
    void editsOfOneIssueFollowOneAnotherSoThatEachStartsWhereTheLastEnded() throws Exception {
        Long id = one.issue("DEMO-7").id();
        together(IntStream.range(0, TIMES).<Callable<StoredIssue>>mapToObj(i -> () -> {
            TestJira node = i % 2 == 0 ? one : two;
            return node.domain().issueOperations().edit(id, Map.of(Field.SUMMARY, Value.text("Edit " + i)), null, node.user("admin"));
        }).toList());

        List<ChangeItem> items = one.domain().history().of(id).stream().flatMap(group -> group.items().stream()).toList();
        assertThat(items).hasSize(TIMES);
        assertThat(items).extracting(item -> item.from().text()).doesNotHaveDuplicates();
        assertThat(items.get(TIMES - 1).to().text()).isEqualTo(two.issue("DEMO-7").summary());
    }

    @Test
    void aPropertyThatOneNodeWritesIsFoundOnTheOtherAtOnce() {
        two.domain().extendBy(new TestExtensions());
        one.domain().properties().put(Properties.OF_ISSUES, one.issue("OPS-2").id(), "cars", "{\"count\":3}");
        assertThat(two.domain().search().find("carCount = 3", two.user("admin"), 0, 10).issues()).extracting("key").containsExactly("OPS-2");
        one.domain().properties().delete(Properties.OF_ISSUES, one.issue("OPS-2").id(), "cars");
        assertThat(two.domain().search().find("carCount = 3", two.user("admin"), 0, 10).total()).isZero();
    }

    @Test
    void ofManyWritersOfAPropertyTheLastOneStandsInTheIndexAlone() throws Exception {
        two.domain().extendBy(new TestExtensions());
        Long id = one.issue("OPS-3").id();
        together(times(node -> {
            node.domain().properties().put(Properties.OF_ISSUES, id, "cars", "{\"count\":" + (node == one ? 100 : 200) + "}");
            return true;
        }));
        int last = one.domain().properties().get(Properties.OF_ISSUES, id, "cars").getValue().contains("100") ? 100 : 200;
        assertThat(two.domain().search().find("carCount = " + last, two.user("admin"), 0, 10).total()).isEqualTo(1);
        assertThat(two.domain().search().find("carCount = " + (300 - last), two.user("admin"), 0, 10).total()).isZero();
    }

    @Test
    void twoFirstWritersOfAPropertyBothSucceed() throws Exception {
        Long id = one.issue("DEMO-1").id();
        List<String> values = together(times(node -> {
            node.domain().properties().put(Properties.OF_ISSUES, id, "race", "{\"n\":1}");
            return node.domain().properties().get(Properties.OF_ISSUES, id, "race").getValue();
        }));

        assertThat(values).hasSize(TIMES).containsOnly("{\"n\":1}");
    }

    private interface OnNode<T> {
        T run(TestJira node);
    }

    private static <T> List<Callable<T>> times(OnNode<T> action) {
        return IntStream.range(0, TIMES).<Callable<T>>mapToObj(i -> () -> action.run(i % 2 == 0 ? one : two)).toList();
    }

    private static <T> List<T> together(List<Callable<T>> actions) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(actions)) {
            results.add(result.get());
        }
        return results;
    }
}
