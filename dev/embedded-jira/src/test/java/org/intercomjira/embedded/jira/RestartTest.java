package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path home;

    @Test
    void afterARestartEverythingIsThereAndNothingTwice() {
        try (TestJira first = TestJira.in(home)) {
            first.domain().issueOperations().edit(first.issue("DEMO-1").id(), Map.of(Field.SUMMARY, Value.text("Kept")), null, first.user("admin"));
        }
        try (TestJira second = TestJira.in(home)) {
            assertThat(second.issue("DEMO-1").summary()).isEqualTo("Kept");
            assertThat(second.domain().search().find("", second.user("admin"), 0, 0).total()).isEqualTo(13);
        }
    }

    @Test
    void aDeletedProjectDoesNotComeBack() {
        try (TestJira first = TestJira.in(home)) {
            first.domain().projects().delete(first.domain().projects().byKey("EXTRA").orElseThrow().id());
        }
        try (TestJira second = TestJira.in(home)) {
            assertThat(second.domain().projects().byKey("EXTRA")).isEmpty();
            assertThat(second.domain().projects().byKey("DEMO")).isPresent();
        }
    }

    /** The file as it is at the moment of the copy is what a killed process would leave behind. */
    @Test
    void whatIsCommittedIsInTheFileAtOnce(@TempDir Path copy) throws IOException {
        try (TestJira running = TestJira.in(home)) {
            running.domain().issueOperations().edit(running.issue("DEMO-1").id(), Map.of(Field.SUMMARY, Value.text("Survivor")), null, running.user("admin"));
            Files.createDirectories(copy.resolve("database"));
            Files.copy(home.resolve("database/jiradb.mv.db"), copy.resolve("database/jiradb.mv.db"));
            try (TestJira survivor = TestJira.in(copy)) {
                assertThat(survivor.issue("DEMO-1").summary()).isEqualTo("Survivor");
            }
        }
    }
}
