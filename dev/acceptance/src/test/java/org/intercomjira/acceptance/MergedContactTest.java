package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intercom makes two contacts one, as when a lead signs up: the conversation still names the lead, who is not there any more. */
@ExtendWith(Servers.class)
class MergedContactTest {
    private final Scene scene;

    MergedContactTest(Site site) {
        this.scene = new Scene(site);
    }

    @Test
    void thePanelShowsTheContactThatTheLeadHasBecome() {
        scene.connectedBy(Teammate.JIRA_APP);
        String ofLead = conversationOf("{\"role\":\"lead\",\"name\":\"Passing lead\",\"email\":\"lead@example.org\"}");
        String ofUser = conversationOf("{\"role\":\"user\",\"name\":\"Ursula User\",\"email\":\"ursula@example.org\"}");
        scene.intercom().merge(scene.intercom().contactOf(ofLead), scene.intercom().contactOf(ofUser));
        String issue = scene.newIssue("Asked before and after signing up");
        scene.link(issue, ofLead).expect(201);

        await("the contact's details").atMost(Scene.PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> isFresh(issue));

        JsonObject contact = link(issue).getAsJsonObject("snapshot").getAsJsonObject("contact");
        assertThat(contact.get("name").getAsString()).isEqualTo("Ursula User");
        assertThat(contact.get("kind").getAsString()).isEqualTo("user");
        assertThat(contact.getAsJsonArray("fields").toString()).contains("ursula@example.org").doesNotContain("lead@example.org");
    }

    private String conversationOf(String contact) {
        JsonObject wishes = new JsonObject();
        wishes.add("contact", JsonParser.parseString(contact));
        return scene.intercom().newConversation(wishes);
    }

    private boolean isFresh(String issue) {
        scene.pluginAs(Account.DEVELOPER).send("POST", "/issues/" + issue + "/links/refresh", "{}").expect(202);
        return !link(issue).get("stale").getAsBoolean();
    }

    private JsonObject link(String issue) {
        return scene.pluginAs(Account.VIEWER).linkList(issue).get(0).getAsJsonObject();
    }
}
