package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest extends SimulatorTest {

    @Test
    void aNoteIsAnsweredWithTheConversationAndTheNewPartOnly() throws IOException {
        JsonObject answer = note(CHECKOUT, "<p><b>ENG-7</b> moved to Done</p>").json();

        assertThat(parts(answer)).hasSize(1);
        JsonObject part = lastPart(answer);
        assertThat(member(part, "part_type")).isEqualTo("note");
        assertThat(member(part, "body")).isEqualTo("<p><b>ENG-7</b> moved to Done</p>");
        assertThat(member(part.getAsJsonObject("author"), "name")).isEqualTo("Jira app");
        assertThat(member(part, "app_package_code")).isEqualTo("intercom-for-jira-data-center");
        assertThat(lastPart(conversation(CHECKOUT))).isEqualTo(part);
    }

    @Test
    void aNoteLeavesAClosedConversationClosed() throws IOException {
        assertThat(member(note(CLOSED, "x").json(), "state")).isEqualTo("closed");
        assertThat(member(note(SNOOZED, "x").json(), "state")).isEqualTo("snoozed");
    }

    @Test
    void aClosedConversationIsOpenedAndClosed() throws IOException {
        JsonObject opened = manage(CLOSED, "\"message_type\":\"open\"").json();
        assertThat(member(opened, "state")).isEqualTo("open");
        assertThat(member(lastPart(opened), "part_type")).isEqualTo("open");

        JsonObject closed = manage(CLOSED, "\"message_type\":\"close\",\"type\":\"admin\",\"body\":\"Goodbye :)\"").json();
        assertThat(member(closed, "state")).isEqualTo("closed");
        assertThat(closed.get("open").getAsBoolean()).isFalse();
        assertThat(member(lastPart(closed), "part_type")).isEqualTo("close");
        assertThat(member(lastPart(closed), "body")).isEqualTo("<p>Goodbye :)</p>");
    }

    @Test
    void openingWhatIsOpenAndClosingWhatIsClosedAddsNoPart() throws IOException {
        assertThat(parts(manage(CHECKOUT, "\"message_type\":\"open\"").json())).isEmpty();
        assertThat(parts(manage(CLOSED, "\"message_type\":\"close\",\"type\":\"admin\"").json())).isEmpty();
    }

    @Test
    void aSnoozedConversationCountsAsOpen() throws IOException {
        long until = Instant.now().getEpochSecond() + 3600;
        JsonObject snoozed = manage(CHECKOUT, "\"message_type\":\"snoozed\",\"snoozed_until\":" + until).json();

        assertThat(member(snoozed, "state")).isEqualTo("snoozed");
        assertThat(snoozed.get("open").getAsBoolean()).isTrue();
        assertThat(snoozed.get("snoozed_until").getAsLong()).isEqualTo(until);
        assertThat(member(manage(CHECKOUT, "\"message_type\":\"open\"").json(), "state")).isEqualTo("open");
    }

    @Test
    void snoozingNeedsATimeInTheFuture() throws IOException {
        assertThat(manage(CHECKOUT, "\"message_type\":\"snoozed\",\"snoozed_until\":1600000000").status()).isEqualTo(400);
    }

    @Test
    void assigningToZeroUnassigns() throws IOException {
        JsonObject assigned = manage(CHECKOUT, "\"message_type\":\"assignment\",\"type\":\"admin\",\"assignee_id\":\"5017693\"").json();
        assertThat(assigned.get("admin_assignee_id").getAsLong()).isEqualTo(5017693);
        assertThat(member(lastPart(assigned).getAsJsonObject("assigned_to"), "id")).isEqualTo("5017693");

        JsonObject unassigned = manage(CHECKOUT, "\"message_type\":\"assignment\",\"type\":\"admin\",\"assignee_id\":\"0\"").json();
        assertThat(unassigned.get("admin_assignee_id").getAsLong()).isZero();
        assertThat(member(lastPart(unassigned), "part_type")).isEqualTo("assignment");
    }

    @Test
    void assigningAClosedConversationOpensIt() throws IOException {
        JsonObject assigned = manage(CLOSED, "\"message_type\":\"assignment\",\"type\":\"team\",\"assignee_id\":\"814865\"").json();

        assertThat(member(assigned, "state")).isEqualTo("open");
        assertThat(member(lastPart(assigned), "part_type")).isEqualTo("assign_and_reopen");
        assertThat(assigned.get("team_assignee_id").getAsLong()).isEqualTo(814865);
    }

    @Test
    void anUnknownAssigneeIsRefused() throws IOException {
        assertThat(manage(CHECKOUT, "\"message_type\":\"assignment\",\"type\":\"admin\",\"assignee_id\":\"1\"").errorCode()).isEqualTo("assignee_not_found");
    }

    @Test
    void aCustomerWhoWritesToAClosedConversationOpensIt() throws IOException {
        JsonObject answer = app.post("/us/conversations/" + CLOSED + "/reply",
                "{\"message_type\":\"comment\",\"type\":\"user\",\"intercom_user_id\":\"6762f1261bb69f9f2193bba9\",\"body\":\"Still broken\"}").json();

        assertThat(member(answer, "state")).isEqualTo("open");
        assertThat(member(lastPart(answer), "part_type")).isEqualTo("open");
        assertThat(member(lastPart(answer), "body")).isEqualTo("<p>Still broken</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "plain text | <p>plain text</p>",
        "1 < 2 | <p>1 &lt; 2</p>",
        "<html><body><h2>A</h2> <ul> <li>b</li> <li>c</li> </ul></body></html> | <h2>A</h2>~<ul>~<li>b</li>~<li>c</li>~</ul>",
        "<p>a<br>b</p> | <p>a<br>b</p>",
        "<div onclick=\"x()\"><span style=\"color:red\">kept</span></div> | <p>kept</p>",
        "<p>x<script>alert(1)</script></p> | <p>x</p>",
        "<p><a href=\"javascript:alert(1)\" target=_blank>l</a></p> | <p><a>l</a></p>",
        "<p><a href=\"http://127.0.0.1:2990/jira/browse/DEMO-7#change-1\">DEMO-7</a></p> | <p><a href=\"http://127.0.0.1:2990/jira/browse/DEMO-7#change-1\">DEMO-7</a></p>",
        "<i>a</i> <em>b</em> <strong>c</strong> <code>d</code> | <p><i>a</i> <em>b</em> <strong>c</strong> <code>d</code></p>",
        "<p>x<img src=\"x\" onerror=\"alert(1)\"></p> | <p>x<img></p>"})
    void bodiesAreCleanedAsIntercomDoes(String sent, String kept) throws IOException {
        assertThat(member(lastPart(note(CHECKOUT, sent).json()), "body")).isEqualTo(kept.replace("~", "\n"));
    }

    @Test
    void plainTextShowsLinksWithTheirAddress() throws IOException {
        note(CHECKOUT, "<p>See <a href=\"https://jira.example/browse/DEMO-7\">DEMO-7</a> &amp; wait</p><p>Bye</p>");

        JsonObject plain = app.get("/us/conversations/" + CHECKOUT + "?display_as=plaintext").json();

        assertThat(member(lastPart(plain), "body")).isEqualTo("See DEMO-7 (https://jira.example/browse/DEMO-7) & wait\nBye");
        assertThat(member(plain.getAsJsonObject("source"), "body")).doesNotContain("<p>");
    }

    @Test
    void atMostTheFiveHundredNewestPartsAreShown() throws IOException {
        for (int i = 1; i <= 502; i++) {
            note(CLOSED, "note " + i);
        }
        JsonObject whole = conversation(CLOSED);

        assertThat(parts(whole)).hasSize(500);
        assertThat(member(lastPart(whole), "body")).isEqualTo("<p>note 502</p>");
        assertThat(parts(app.get("/control/conversations/" + CLOSED).json())).hasSizeGreaterThan(502);
    }

    @Test
    void updatingChangesTitleAndKnownAttributesOnly() throws IOException {
        JsonObject updated = app.put("/us/conversations/" + CHECKOUT, "{\"title\":\"New\",\"read\":true,\"custom_attributes\":{\"jira_issue_key\":\"DEMO-7\"}}").json();

        assertThat(member(updated, "title")).isEqualTo("New");
        assertThat(updated.get("read").getAsBoolean()).isTrue();
        assertThat(member(updated.getAsJsonObject("custom_attributes"), "jira_issue_key")).isEqualTo("DEMO-7");
        assertThat(member(lastPart(updated).getAsJsonObject("author"), "type")).isEqualTo("bot");
        assertThat(app.put("/us/conversations/" + CHECKOUT, "{\"custom_attributes\":{\"unknown\":\"x\"}}").status()).isEqualTo(400);
    }

    @Test
    void tagsAreMadeAttachedAndDetached() throws IOException {
        String id = member(app.post("/us/tags", "{\"name\":\"from-jira\"}").json(), "id");
        assertThat(member(app.post("/us/tags", "{\"name\":\"From-Jira\"}").json(), "id")).isEqualTo(id);

        app.post("/us/conversations/" + CLOSED + "/tags", "{\"id\":\"" + id + "\",\"admin_id\":\"5017691\"}");
        assertThat(conversation(CLOSED).getAsJsonObject("tags").getAsJsonArray("tags")).hasSize(1);

        assertThat(app.delete("/us/conversations/" + CLOSED + "/tags/" + id, "{\"admin_id\":\"5017691\"}").status()).isEqualTo(200);
        assertThat(conversation(CLOSED).getAsJsonObject("tags").getAsJsonArray("tags")).isEmpty();
        assertThat(app.delete("/us/conversations/" + CLOSED + "/tags/" + id, "{\"admin_id\":\"5017691\"}").errorCode()).isEqualTo("tag_not_found");
    }
}
