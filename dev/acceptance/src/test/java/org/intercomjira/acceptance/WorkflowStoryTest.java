package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.face.WorkflowEditor;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** The post function stays on its transition whatever becomes of the plugin and of Jira. It is switched off and on, so it has a Jira of its own. */
class WorkflowStoryTest {
    private static final String PLUGIN = "/rest/plugins/1.0/org.intercomjira.intercom-for-jira-key";
    private static final String REOPENS = "Linked Intercom conversations get a note about the transition, and closed ones are reopened.";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void thePostFunctionSurvivesThePluginsAbsenceAndARestart() {
        try (IntercomProcess intercom = IntercomProcess.start(); JiraProcess jira = JiraProcess.started(intercom.address())) {
            Site site = new Site(jira.address(), intercom.address());
            IntercomApp.introduceTo(site);
            Scene scene = new Scene(site).connectedBy(Teammate.JIRA_APP);
            LinkedIssue linked = scene.linkedIssue("Steadfast");
            new NotificationSwitches(scene).set(List.of("transitions off"));
            new WorkflowEditor(site).add(Jira.DONE, true);
            assertThat(new WorkflowEditor(site).descriptions(Jira.DONE)).containsExactly(REOPENS);

            site.as(Account.ADMIN).http().put(PLUGIN, Map.of("enabled", false)).expect(200);
            assertThat(new WorkflowEditor(site).descriptions(Jira.DONE)).containsExactly("");
            scene.move(linked, Jira.DONE);
            assertThat(site.as(Account.VIEWER).statusOf(linked.issue())).isEqualTo("Done");
            site.as(Account.ADMIN).http().put(PLUGIN, Map.of("enabled", true)).expect(200);
            assertThat(new WorkflowEditor(site).descriptions(Jira.DONE)).containsExactly(REOPENS);

            jira.stop();
            jira.start();
            scene.move(linked, Jira.TO_DO);
            scene.intercom().set(linked.conversation(), "closed");
            scene.move(linked, Jira.DONE);

            assertThat(scene.awaitMovesTold(linked, 1, SOON)).singleElement().satisfies(note -> assertThat(note.text()).contains("from To Do to Done"));
            scene.awaitNothingWaiting();
            assertThat(scene.movesTold(linked)).hasSize(1);
        }
    }
}
