package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.DemoProject;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;

/** What the stories begin with and look at: project DEMO, new issues and conversations of their own, the notes about them. */
final class Scene {
    static final String PROJECT = "DEMO";
    /** What is awaited comes in a fraction of it; but after a long outage nothing is tried for two minutes, and a machine may be busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Site site;

    Scene(Site site) {
        this.site = site;
    }

    Site site() {
        return site;
    }

    Jira as(Account account) {
        return site.as(account);
    }

    IntercomPlugin pluginAs(Account account) {
        return site.as(account).plugin();
    }

    SimulatedIntercom intercom() {
        return site.simulator();
    }

    /** Intercom answers, DEMO is connected by this teammate and by nobody else, and it has the settings of a new project. */
    Scene connectedBy(Teammate teammate) {
        demo().begin(teammate);
        return this;
    }

    /** DEMO is not connected. */
    Scene disconnected() {
        demo().disconnect();
        return this;
    }

    JsonObject connection() {
        return demo().connection();
    }

    String state() {
        return demo().state();
    }

    private DemoProject demo() {
        return new DemoProject(site);
    }

    String newIssue(String summary) {
        return as(Account.DEVELOPER).createIssue(PROJECT, summary);
    }

    String newConversation(String title) {
        return intercom().newConversation(Teammate.JIRA_APP, title, "It is about: " + title);
    }

    /** A new issue with a conversation linked to it. */
    LinkedIssue linkedIssue(String summary) {
        LinkedIssue linked = new LinkedIssue(newIssue(summary), newConversation("About " + summary));
        link(linked.issue(), linked.conversation()).expect(201);
        return linked;
    }

    Reply link(String issue, String conversation) {
        return pluginAs(Account.DEVELOPER).link(issue, conversation);
    }

    /** The links as someone sees who may only look. */
    Reply links(LinkedIssue linked) {
        return pluginAs(Account.VIEWER).links(linked.issue());
    }

    void move(LinkedIssue linked, String transition) {
        as(Account.DEVELOPER).transition(linked.issue(), transition);
    }

    /** The notes that tell of a change of the issue's status. */
    List<Note> movesTold(LinkedIssue linked) {
        return intercom().notesIn(linked.conversation()).stream().filter(note -> note.text().contains(" moved " + linked.issue())).toList();
    }

    List<Note> awaitMovesTold(LinkedIssue linked, int number) {
        return awaitMovesTold(linked, number, PATIENCE);
    }

    List<Note> awaitMovesTold(LinkedIssue linked, int number, Duration within) {
        await("notes about " + linked.issue()).atMost(within).pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(movesTold(linked)).hasSizeGreaterThanOrEqualTo(number));
        return movesTold(linked);
    }

    /** Until everything that was to be said has been said: what is not in the conversation then does not come. */
    void awaitNothingWaiting() {
        await("an empty outbox").atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> waiting() == 0);
    }

    int waiting() {
        return connection().getAsJsonObject("deliveries").get("waiting").getAsInt();
    }
}
