package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.WorkflowAdministration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostFunctionsTest {
    @TempDir
    Path home;

    private final List<String> done = new ArrayList<>();

    @Test
    void aFunctionRunsAfterTheChangeAndBeforeTheEvent() {
        try (TestJira jira = TestJira.in(home)) {
            jira.domain().extendBy(new OneFunction());
            jira.domain().workflows().add(21, "p:f", Map.of("team", "a"));
            jira.whenHeard(event -> done.add(event instanceof IssueEvent ? "event" : "bundle"));

            transition(jira, 21);

            assertThat(done).containsExactly("a: To Do -> In Progress, said hello", "event", "bundle");
        }
    }

    @Test
    void functionsStayOnTheirTransitionOverARestart() {
        try (TestJira jira = TestJira.in(home)) {
            jira.domain().workflows().add(21, "p:f", Map.of("team", "a"));
            jira.domain().workflows().add(21, "p:f", Map.of("team", "b"));
            jira.domain().workflows().change(jira.domain().workflows().functionsOf(21).get(0).id(), Map.of("team", "c"));
        }
        try (TestJira jira = TestJira.in(home)) {
            jira.domain().extendBy(new OneFunction());
            transition(jira, 31);
            assertThat(done).isEmpty();

            transition(jira, 21);
            assertThat(done).extracting(text -> text.substring(0, 1)).containsExactly("c", "b");

            List<WorkflowAdministration.Function> functions = jira.domain().workflows().functionsOf(21);
            functions.forEach(function -> jira.domain().workflows().remove(function.id()));
            transition(jira, 21);
            assertThat(done).hasSize(2);
        }
    }

    @Test
    void aFunctionThatThrowsOrIsGoneKeepsNoTransitionFromHappening() {
        try (TestJira jira = TestJira.in(home)) {
            jira.domain().extendBy(new OneFunction());
            jira.domain().workflows().add(21, "p:gone", Map.of());
            jira.domain().workflows().add(21, "p:f", Map.of());

            transition(jira, 21);

            assertThat(jira.issue("DEMO-1").getStatus().getName()).isEqualTo("In Progress");
            assertThat(jira.heard()).hasSize(2);
        }
    }

    private static void transition(TestJira jira, int id) {
        StoredIssue issue = jira.issue("DEMO-1");
        jira.domain().issueOperations().transition(issue.id(), new Workflow().transition(issue, id).orElseThrow(), Map.of(), new NewComment("hello", Restriction.NONE), jira.user("developer"));
    }

    /** Writes down what it gets; throws without a team. */
    private final class OneFunction implements PluginExtensions {
        @Override
        public List<WorkflowFunction> workflowFunctions() {
            return List.of(new Recording());
        }

        @Override
        public List<JqlFunction> jqlFunctions() {
            return List.of();
        }

        @Override
        public List<IndexedPath> indexedPaths() {
            return List.of();
        }

        @Override
        public List<FieldType> fieldTypes() {
            return List.of();
        }
    }

    private final class Recording implements PluginExtensions.WorkflowFunction {
        @Override
        public String key() {
            return "p:f";
        }

        @Override
        public String name() {
            return "Record";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public String html(String view, Map<String, String> arguments) {
            return "";
        }

        @Override
        public Map<String, String> arguments(Map<String, String[]> form) {
            return Map.of();
        }

        @Override
        public void execute(Map<String, Object> variables, Map<String, String> arguments) {
            if (!arguments.containsKey("team")) {
                throw new IllegalStateException("no team");
            }
            done.add(arguments.get("team") + ": " + ((Issue) variables.get("originalissueobject")).getStatus().getName() + " -> "
                    + ((Issue) variables.get("issue")).getStatus().getName() + ", said " + variables.get("comment"));
        }
    }
}
