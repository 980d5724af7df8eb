package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.face.WebPages;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bulk changes: one note for each issue and conversation, and none when the person chose to send no mail. */
@ExtendWith(Servers.class)
class BulkChangeTest {
    private final Scene scene;
    private final WebPages developer;
    private String conversation;
    private List<String> issues;

    BulkChangeTest(Site site) {
        this.scene = new Scene(site);
        this.developer = new WebPages(site, Account.DEVELOPER);
    }

    @BeforeEach
    void linkThreeIssuesWithOneConversation() {
        scene.connectedBy(Teammate.JIRA_APP);
        new NotificationSwitches(scene).set(List.of("link notes off"));
        conversation = scene.newConversation("About many things");
        issues = Stream.of("One", "Two", "Three").map(scene::newIssue).toList();
        issues.forEach(issue -> scene.link(issue, conversation).expect(201));
        scene.awaitNothingWaiting();
        new NotificationSwitches(scene).restore();
    }

    @Test
    void eachIssueOfABulkTransitionIsToldOnce() {
        developer.changeInBulk(issues, true, "transition", Map.of("action", Jira.DONE));

        await().atMost(Scene.PATIENCE).until(() -> notes().size() >= issues.size());
        scene.awaitNothingWaiting();
        assertThat(notes()).hasSize(issues.size());
        assertThat(issues).allSatisfy(issue -> assertThat(notes()).filteredOn(text -> text.contains(issue + ":")).singleElement().asString().contains("from To Do to Done"));
    }

    @Test
    void assigneesAndCommentsOfABulkEditAreTold() {
        developer.changeInBulk(issues.subList(0, 1), true, "assign", Map.of("assignee", "project-admin"));
        developer.changeInBulk(issues.subList(1, 2), true, "comment", Map.of("comment", "For all of you"));

        await().atMost(Scene.PATIENCE).until(() -> notes().size() >= 2);
        scene.awaitNothingWaiting();
        assertThat(notes()).hasSize(2).anySatisfy(text -> assertThat(text).contains("assigned " + issues.get(0)))
                .anySatisfy(text -> assertThat(text).contains("commented on " + issues.get(1)).contains("For all of you"));
    }

    @Test
    void whoeverSendsNoMailTellsNobody() {
        developer.changeInBulk(issues, false, "transition", Map.of("action", Jira.DONE));
        developer.changeInBulk(issues, false, "assign", Map.of("assignee", "developer"));
        developer.changeInBulk(issues, false, "comment", Map.of("comment", "Quietly"));
        assertThat(issues).allSatisfy(issue -> assertThat(scene.as(Account.VIEWER).statusOf(issue)).isEqualTo("Done"));

        // What comes later in the same conversation arrives: had the others been told, they would stand before it.
        scene.as(Account.DEVELOPER).transition(issues.get(0), Jira.TO_DO);
        await().atMost(Scene.PATIENCE).until(() -> !notes().isEmpty());
        scene.awaitNothingWaiting();
        assertThat(notes()).singleElement().asString().contains("from Done to To Do");
    }

    @Test
    void issuesDeletedInBulkLeaveNoLink() {
        new WebPages(scene.site(), Account.ADMIN).changeInBulk(issues, true, "delete", Map.of());

        assertThat(scene.pluginAs(Account.ADMIN).issuesOf(conversation)).isEmpty();
        scene.awaitNothingWaiting();
        assertThat(notes()).isEmpty();
    }

    private List<String> notes() {
        return scene.intercom().notesIn(conversation).stream().map(Note::text).toList();
    }
}
