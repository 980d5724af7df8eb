package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest extends SimulatorTest {

    private static final String INBOX = "/us/inbox-data/ecahpwf5";
    private static final String HOSTILE = "215475827415529";

    @ParameterizedTest
    @ValueSource(strings = {"/us/a/inbox/ecahpwf5/inbox/conversation/215475827415413", "/us/a/inbox/ecahpwf5/inbox/shared/all/conversation/215475827415413",
        "/us/a/apps/ecahpwf5/inbox/inbox/all/conversations/215475827415413", "/us/a/inbox/ecahpwf5/inbox"})
    void everyFormOfAddressOpensTheInbox(String path) throws IOException {
        assertThat(app.get(path).text()).contains("id=\"messages\"", "/assets/inbox.js");
    }

    @Test
    void theWorkspaceOfAnUnderscoreIsTheCurrentOne() throws IOException {
        assertThat(app.get("/us/a/inbox/_/inbox/conversation/1").header("Location")).isEqualTo("/us/a/inbox/ecahpwf5/inbox/conversation/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/inbox.js", "/assets/consent.js", "/assets/simulator.css", "/assets/avatars/5017691.svg", "/us/", "/eu/", "/"})
    void whatThePagesNeedIsThere(String path) throws IOException {
        assertThat(app.get(path).status()).isEqualTo(200);
    }

    @Test
    void filesBesideTheAssetsAreNotServed() throws IOException {
        assertThat(app.get("/assets/../inbox.html").status()).isEqualTo(404);
        assertThat(app.get("/assets/inbox.html").status()).isEqualTo(404);
    }

    @Test
    void aNoteAppearsInTheThreadAsANoteOfItsAuthor() throws IOException {
        String before = member(app.get(INBOX).json(), "revision");
        assertThat(app.get(INBOX + "?revision=" + before).status()).as("nothing new").isEqualTo(204);

        note(CHECKOUT, "<p><b>ENG-7</b> moved</p>");

        assertThat(app.get(INBOX + "?revision=" + before).status()).as("something new").isEqualTo(200);
        JsonObject last = lastMessage(CHECKOUT);
        assertThat(member(last, "type")).isEqualTo("note");
        assertThat(member(last, "author")).isEqualTo("Jira app");
        assertThat(member(last, "html")).isEqualTo("<p><b>ENG-7</b> moved</p>");
    }

    @Test
    void aPersonClosesSnoozesAndReopensThere() throws IOException {
        assertThat(member(app.post(INBOX + "/" + CHECKOUT + "/close", "{}").json(), "state")).isEqualTo("closed");
        assertThat(member(app.post(INBOX + "/" + CHECKOUT + "/open", "{}").json(), "state")).isEqualTo("open");
        assertThat(member(app.post(INBOX + "/" + CHECKOUT + "/snooze", "{}").json(), "state")).isEqualTo("snoozed");
    }

    @Test
    void whatACustomerTypesIsTextAndOpensTheConversation() throws IOException {
        JsonObject thread = app.post(INBOX + "/" + CLOSED + "/customer", "{\"text\":\"<b>not bold</b>\\nnext line\"}").json();

        assertThat(member(thread, "state")).isEqualTo("open");
        assertThat(member(lastMessage(CLOSED), "html")).isEqualTo("<p>&lt;b&gt;not bold&lt;/b&gt;<br>next line</p>");
        assertThat(member(lastPart(conversation(CLOSED)), "part_type")).isEqualTo("open");
    }

    @Test
    void hostileMessagesReachThePageHarmlessThoughTheApiKeepsThem() throws IOException {
        JsonObject thread = app.get(INBOX + "/" + HOSTILE).json();

        assertThat(messages(thread)).allSatisfy(message -> assertThat(member(message, "html"))
                .doesNotContain("<script", "onerror", "onload", "javascript:", "<svg", "<textarea"));
        assertThat(conversation(HOSTILE).toString()).contains("<script>alert('body')</script>");
    }

    @Test
    void aWorkspaceOfAnotherRegionIsNotThere() throws IOException {
        assertThat(app.get("/eu/inbox-data/ecahpwf5").status()).isEqualTo(404);
        assertThat(app.get("/us/inbox-data/nobody").status()).isEqualTo(404);
    }

    private JsonObject lastMessage(String id) throws IOException {
        List<JsonObject> messages = messages(app.get(INBOX + "/" + id).json());
        return messages.get(messages.size() - 1);
    }

    private static List<JsonObject> messages(JsonObject thread) {
        return StreamSupport.stream(thread.getAsJsonArray("messages").spliterator(), false).map(JsonElement::getAsJsonObject).toList();
    }
}
