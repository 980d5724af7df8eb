package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An issue with many conversations opens without Intercom: I1. */
@ExtendWith(Servers.class)
class OpenIssueTest {
    private static final int MANY = 50;
    private static final int TIMES = 3;
    private final Scene scene;
    private String issue;
    private List<String> conversations;

    OpenIssueTest(Site site) {
        this.scene = new Scene(site);
    }

    @BeforeEach
    void linkMany() {
        scene.connectedBy(Teammate.JIRA_APP);
        issue = scene.newIssue("Everybody asks");
        conversations = scene.intercom().newConversations(Teammate.JIRA_APP, MANY);
        conversations.forEach(conversation -> scene.link(issue, conversation).expect(201));
        scene.awaitNothingWaiting();
    }

    @AfterEach
    void recover() {
        scene.intercom().recover();
    }

    @Test
    void thePageAndItsLinksAskIntercomNothing() {
        scene.intercom().forgetRequests();
        open();
        assertThat(scene.intercom().requests("")).noneMatch(this::mayBeOurs);
    }

    /** Conversations of issues that other tests have looked at may still be read in the background, and who began them, which for ours is asked after them. */
    private boolean mayBeOurs(JsonObject request) {
        String path = request.get("path").getAsString();
        return !path.matches(".*/(conversations/\\d+|contacts/).*") || conversations.stream().anyMatch(path::contains);
    }

    @Test
    void thePageDoesNotWaitForAnIntercomThatIsSlowOrDown() {
        Duration slowness = Duration.ofSeconds(5);
        scene.intercom().hesitate(slowness);
        scene.pluginAs(Account.VIEWER).send("POST", "/issues/" + issue + "/links/refresh", "{}").expect(202);
        assertThat(shortestTimeToOpen()).isLessThan(slowness.dividedBy(2));
        scene.intercom().recover();
        scene.intercom().goDown();
        assertThat(shortestTimeToOpen()).isLessThan(slowness.dividedBy(2));
    }

    /** Of several times, each of which would wait: a machine that tests may stand still for seconds. */
    private Duration shortestTimeToOpen() {
        return Stream.generate(this::timeToOpen).limit(TIMES).min(Comparator.naturalOrder()).orElseThrow();
    }

    private Duration timeToOpen() {
        long begin = System.nanoTime();
        open();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void open() {
        assertThat(scene.as(Account.VIEWER).page("/browse/" + issue).expect(200).body()).contains("intercom-conversations");
        assertThat(scene.pluginAs(Account.VIEWER).linkList(issue)).hasSize(MANY);
    }
}
