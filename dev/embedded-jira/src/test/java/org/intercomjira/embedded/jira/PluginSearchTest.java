package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.web.bean.PagerFilter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.search.JqlError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plugins add to JQL, the same on both databases. */
class PluginSearchTest {
    @TempDir
    private static Path home;
    private static EmbeddedPostgres postgres;
    private static List<TestJira> jiras;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(5)).start();
        jiras = List.of(TestJira.in(home), TestJira.at(postgres.getJdbcUrl("postgres", "postgres"), "postgres"));
        for (TestJira jira : jiras) {
            write(jira, "DEMO-1", "{\"count\":2,\"models\":[\"Beetle\",\"Golf\"],\"owner\":{\"name\":\"Ann\"},\"remark\":\"Old but gold\"}");
            write(jira, "DEMO-2", "{\"count\":10,\"models\":[\"golf\"],\"owner\":{\"name\":\"Bob O'Hara\"},\"remark\":\"100% new\"}");
            write(jira, "DEMO-3", "{\"count\":\"many\",\"models\":[]}");
            write(jira, "OPS-1", "{\"count\":7,\"models\":[\"Polo\"]}");
            jira.domain().extendBy(new TestExtensions());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        jiras.forEach(TestJira::close);
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "carCount = 2                                     | DEMO-1",
        "CARCOUNT > 2                                     | DEMO-2 OPS-1",
        "carCount >= 2.0 and carCount < 10                | DEMO-1 OPS-1",
        "carCount in (2, 10)                              | DEMO-1 DEMO-2",
        "carCount != 2                                    | DEMO-2 OPS-1",
        "carCount not in (2, 7)                           | DEMO-2",
        "carCount is not empty                            | DEMO-1 DEMO-2 OPS-1",
        "carCount is empty and key in (DEMO-1, DEMO-3)    | DEMO-3",
        "not carCount = 2 and key in (DEMO-1, DEMO-4)     | DEMO-4",
        "carModel = GOLF                                  | DEMO-1 DEMO-2",
        "carModel != golf                                 | OPS-1",
        "carModel in (polo, beetle)                       | DEMO-1 OPS-1",
        "carModel is empty and project = OPS              | OPS-2 OPS-3",
        "carOwner = \"bob o'hara\"                        | DEMO-2",
        "issue.property[\"cars\"].remark ~ \"GOLD old\"   | DEMO-1",
        "issue.property[cars].remark ~ \"100%\"           | DEMO-2",
        "issue.property[cars].remark !~ \"gold\"          | DEMO-2",
        "Issue.Property['cars'].owner.name = ann          | DEMO-1",
        "issue in named(DEMO-1, OPS-2)                    | DEMO-1 OPS-2",
        "issue in named(10000, 999999, NONE-1)            | DEMO-1",
        "issue not in NAMED(DEMO-1) and carCount > 0      | DEMO-2 OPS-1",
        "id in (DEMO-2, named(DEMO-1))                    | DEMO-1 DEMO-2",
    })
    void queriesFindWhatTheySay(String jql, String keys) {
        for (TestJira jira : jiras) {
            assertThat(String.join(" ", found(jira, "admin", jql.replace("\\\"", "\"") + " order by key"))).isEqualTo(keys);
        }
    }

    @Test
    void oneMaySortByNumbersAndTextsOfProperties() {
        for (TestJira jira : jiras) {
            assertThat(found(jira, "admin", "key in (DEMO-1, DEMO-2, OPS-1, OPS-2) order by carCount desc")).containsExactly("DEMO-2", "OPS-1", "DEMO-1", "OPS-2");
            assertThat(found(jira, "admin", "carCount > 0 order by issue.property[\"cars\"].count asc")).containsExactly("DEMO-1", "OPS-1", "DEMO-2");
            assertThat(found(jira, "admin", "carCount > 0 order by carModel, key desc")).containsExactly("DEMO-1", "DEMO-2", "OPS-1");
        }
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        for (TestJira jira : jiras) {
            assertThat(found(jira, "outsider", "carCount > 0")).containsExactly("OPS-1");
            assertThat(found(jira, "outsider", "issue in named(DEMO-1, OPS-2)")).containsExactly("OPS-2");
            assertThat(jira.domain().search().find("carCount > 0", null, 0, 10).total()).isZero();
        }
    }

    @Test
    void aWrittenOrDeletedPropertyIsFoundAtOnce() {
        for (TestJira jira : jiras) {
            write(jira, "DEMO-5", "{\"count\":55}");
            assertThat(found(jira, "admin", "carCount > 50")).containsExactly("DEMO-5");
            write(jira, "DEMO-5", "{\"count\":56,\"models\":[\"Lupo\"]}");
            assertThat(found(jira, "admin", "carCount = 55")).isEmpty();
            assertThat(found(jira, "admin", "carModel = lupo")).containsExactly("DEMO-5");
            jira.domain().properties().delete(Properties.OF_ISSUES, jira.issue("DEMO-5").id(), "cars");
            assertThat(found(jira, "admin", "carCount > 50 or carModel = lupo")).isEmpty();
        }
    }

    @Test
    void aDeletedIssueLeavesNothingInTheIndex() {
        for (TestJira jira : jiras) {
            StoredIssue issue = jira.domain().issueOperations().create(jira.domain().projects().byKey("EXTRA").orElseThrow(),
                    Map.of(Field.SUMMARY, Value.text("Short-lived"), Field.ISSUE_TYPE, new Value("10002", "Task")), jira.user("admin"));
            write(jira, issue.getKey(), "{\"count\":1000}");
            jira.domain().issueOperations().delete(issue.id(), jira.user("admin"));
            assertThat(found(jira, "admin", "carCount > 100")).isEmpty();
        }
    }

    @Test
    void functionsMayYieldMoreIssuesThanAStatementHasParameters() {
        String many = String.join(",", LongStream.range(1, 70_000).mapToObj(String::valueOf).toList());
        for (TestJira jira : jiras) {
            assertThat(found(jira, "admin", "issue in named(" + many + ") and project = OPS order by key")).containsExactly("OPS-1", "OPS-2", "OPS-3");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "issue in named()                          | Function 'named' expected at least '1' arguments but received '0'.",
        "issue in named(\"\")                      | issue: nobody is called nothing",
        "issue = named(DEMO-1)                     | The operator '=' does not support the list function 'named'.",
        "status in named(DEMO-1)                   | The function 'named' is not supported by the 'status' field.",
        "issue in unnamed(1)                       | Unable to find JQL function 'unnamed(1)'.",
        "carCount = many                           | The value 'many' for field 'carCount' is not a number.",
        "carCount ~ 1                              | The operator '~' is not supported by the 'carCount' field.",
        "carModel > golf                           | The operator '>' is not supported by the 'carModel' field.",
        "issue.property[\"cars\"].remark = x       | The operator '=' is not supported by the 'issue.property[cars].remark' field.",
        "issue.property[\"cars\"].colour = red     | Field 'issue.property[cars].colour' does not exist or you do not have permission to view it.",
        "order by carColour                        | Not able to sort using field 'carColour'.",
    })
    void whatIsWrongIsSaid(String jql, String message) {
        assertThatThrownBy(() -> found(jiras.get(0), "admin", jql.replace("\\\"", "\""))).isInstanceOf(JqlError.class).hasMessage(message);
    }

    @Test
    void withoutThePluginItsNamesAreUnknownAndItsValuesStay(@TempDir Path other) {
        try (TestJira jira = TestJira.in(other)) {
            write(jira, "DEMO-1", "{\"count\":3}");
            assertThatThrownBy(() -> found(jira, "admin", "carCount = 3")).hasMessageStartingWith("Field 'carCount' does not exist");
        }
        try (TestJira jira = TestJira.in(other)) {
            jira.domain().extendBy(new TestExtensions());
            assertThat(found(jira, "admin", "carCount = 3")).containsExactly("DEMO-1");
        }
    }

    @Test
    void pluginsSearchWithAndWithoutRegardToPermissionsAndAreNotTaughtAboutUnknownValues() throws SearchException {
        for (TestJira jira : jiras) {
            SearchService service = (SearchService) jira.domain().services().get(SearchService.class);
            SearchService.ParseResult parsed = service.parseQuery(null, "project in (10000, 99999) AND updated >= -12m AND carCount > 0 ORDER BY id ASC");
            assertThat(parsed.isValid()).isTrue();
            assertThat(service.searchOverrideSecurity(null, parsed.getQuery(), PagerFilter.newPageAlignedFilter(0, 1)).getResults()).extracting(Issue::getKey).containsExactly("DEMO-1");
            assertThat(service.searchCountOverrideSecurity(null, parsed.getQuery())).isEqualTo(2);
            assertThat(service.search(jira.user("viewer"), parsed.getQuery(), PagerFilter.getUnlimitedFilter()).getTotal()).isEqualTo(2);
            assertThat(service.searchCount(jira.user("outsider"), parsed.getQuery())).isZero();
            assertThat(service.validateQuery(jira.user("admin"), parsed.getQuery()).getErrorMessages()).containsExactly("The value '99999' does not exist for the field 'project'.");
            assertThat(service.parseQuery(null, "project in (").isValid()).isFalse();
        }
    }

    private static void write(TestJira jira, String issue, String json) {
        jira.domain().properties().put(Properties.OF_ISSUES, jira.issue(issue).id(), "cars", json);
    }

    private static List<String> found(TestJira jira, String user, String jql) {
        return new ArrayList<>(jira.domain().search().find(jql, jira.user(user), 0, 50).issues().stream().map(StoredIssue::getKey).toList());
    }
}
