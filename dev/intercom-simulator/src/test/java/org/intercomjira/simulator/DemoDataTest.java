package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DemoDataTest extends SimulatorTest {

    @Test
    void acmeSupportHasTwelveConversationsWithRealisticIds() throws IOException {
        JsonArray conversations = app.get("/us/conversations").json().getAsJsonArray("conversations");

        assertThat(conversations).hasSize(12).allSatisfy(conversation ->
                assertThat(member(conversation.getAsJsonObject(), "id")).matches("215\\d{12}"));
    }

    @Test
    void oneLeadHasNeitherNameNorEmail() throws IOException {
        JsonObject lead = app.get("/us/contacts/6762f1261bb69f9f2193bbac").json();

        assertThat(member(lead, "role")).isEqualTo("lead");
        assertThat(lead.get("name").isJsonNull()).isTrue();
        assertThat(lead.get("external_id").isJsonNull()).isTrue();
        assertThat(member(lead, "email")).isEmpty();
    }

    @Test
    void everyRegionHasAWorkspaceWithConversations() throws IOException {
        for (String[] place : new String[][] {{"us", "second01", "5117691"}, {"eu", "euspace1", "5217691"}, {"au", "auspace1", "5317691"}}) {
            Browser there = new Browser(simulator).connectedAs(place[0], place[1], place[2]);
            assertThat(there.get("/" + place[0] + "/conversations").json().get("total_count").getAsInt()).as(place[1]).isPositive();
        }
    }

    @Test
    void testsMakeConversationsAsTheyNeedThem() throws IOException {
        JsonObject made = app.post("/control/conversations", """
                {"workspace":"ecahpwf5","title":"Made","body":"text","state":"closed","contact":{"role":"lead"}}""").json();
        JsonObject found = conversation(member(made, "id"));

        assertThat(member(found, "title")).isEqualTo("Made");
        assertThat(member(found, "state")).isEqualTo("closed");
        assertThat(member(found.getAsJsonObject("source").getAsJsonObject("author"), "type")).isEqualTo("lead");
        assertThat(member(app.put("/control/conversations/" + member(made, "id"), "{\"state\":\"open\",\"customerReply\":\"hi\"}").json(), "state")).isEqualTo("open");
        app.delete("/control/conversations/" + member(made, "id"), "");
        assertThat(app.get("/us/conversations/" + member(made, "id")).status()).isEqualTo(404);
        assertThat(app.get("/us/conversations/deleted").text()).contains(member(made, "id"));
    }

    @Test
    void manyConversationsAreMadeAtOnce() throws IOException {
        assertThat(app.post("/control/conversations", "{\"count\":500}").json().getAsJsonArray("ids")).hasSize(500).doesNotHaveDuplicates();
        assertThat(app.get("/us/conversations").json().get("total_count").getAsInt()).isEqualTo(512);
    }
}
