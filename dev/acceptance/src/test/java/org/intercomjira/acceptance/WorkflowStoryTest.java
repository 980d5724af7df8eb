package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.face.WorkflowEditor;
import org.intercomjira.acceptance.host.ChangedJar;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.PluginPage;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The post function stays on its transition whatever becomes of the plugin and of Jira. It is switched off and on, so it has a Jira of its own. */
class WorkflowStoryTest {
    private static final String TELLS = "Linked Intercom conversations get a note about the transition.";
    private static final String REOPENS = "Linked Intercom conversations get a note about the transition, and closed ones are reopened.";
    private final IntercomProcess intercom = IntercomProcess.start();
    private final JiraProcess jira = JiraProcess.started(intercom.address());
    private final Site site = new Site(jira.address(), intercom.address());
    private final PluginPage plugins = new PluginPage(jira.address());
    private final Scene scene = new Scene(site);
    private LinkedIssue linked;

    @BeforeEach
    void putTheFunctionOnATransition() {
        IntercomApp.introduceTo(site);
        linked = scene.connectedBy(Teammate.JIRA_APP).linkedIssue("Steadfast");
        new NotificationSwitches(scene).set(List.of("transitions off"));
        new WorkflowEditor(site).add(Jira.DONE, true);
        assertThat(descriptions()).containsExactly(REOPENS);
    }

    @AfterEach
    void stop() {
        jira.close();
        intercom.close();
    }

    @Test
    void thePostFunctionSurvivesThePluginsAbsenceAndARestart() {
        plugins.disable();
        assertThat(descriptions()).containsExactly("");
        scene.move(linked, Jira.DONE);
        assertThat(site.as(Account.VIEWER).statusOf(linked.issue())).isEqualTo("Done");
        plugins.enable();
        assertThat(descriptions()).containsExactly(REOPENS);

        jira.stop();
        jira.start();
        closeAndMoveToDone();
        // The transition that was made while the app was off gets no note: its trigger is off, and its function did not run.
        assertTold(1);
        assertThat(state()).isEqualTo("open");
    }

    /** Uploaded over the one that runs, as an administrator does it. */
    @Test
    void anotherVersionRunsAndEditsTheFunctionThatWasThereBefore() throws IOException {
        plugins.upload(ChangedJar.ofVersion("0.1.99").file());
        assertThat(plugins.version()).isEqualTo("0.1.99");
        assertThat(descriptions()).containsExactly(REOPENS);
        closeAndMoveToDone();
        assertTold(1);
        assertThat(state()).isEqualTo("open");

        new WorkflowEditor(site).change(Jira.DONE, false);
        assertThat(descriptions()).containsExactly(TELLS);
        closeAndMoveToDone();
        assertTold(2);
        assertThat(state()).isEqualTo("closed");
    }

    private List<String> descriptions() {
        return new WorkflowEditor(site).descriptions(Jira.DONE);
    }

    private void closeAndMoveToDone() {
        scene.move(linked, Jira.TO_DO);
        scene.intercom().set(linked.conversation(), "closed");
        scene.move(linked, Jira.DONE);
    }

    private void assertTold(int moves) {
        List<Note> told = scene.awaitMovesTold(linked, moves);
        scene.awaitNothingWaiting();
        assertThat(told).hasSize(moves).allSatisfy(note -> assertThat(note.text()).contains("from To Do to Done"));
        assertThat(scene.movesTold(linked)).hasSize(moves);
    }

    private String state() {
        return scene.intercom().stateOf(linked.conversation());
    }
}
