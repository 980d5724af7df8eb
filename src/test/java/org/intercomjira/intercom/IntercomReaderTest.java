package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.intercomjira.intercom.Conversation.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomReaderTest {
    private static final Answer.Failed<?> UNREADABLE = new Answer.Failed<>(new Failure.Unknown("unreadable_answer"));

    @Test
    void whoTheTokenBelongsTo() {
        Answer<Identity> answer = IntercomReader.identity("""
            {"type":"admin","id":"5017691","email":"jira-bot@acme.example","name":"Jira Bot",
             "avatar":{"type":"avatar","image_url":"https://static.example/a.png"},
             "app":{"type":"app","id_code":"ecahpwf5","name":"Acme Support","region":"eu"}}""", Region.US);

        assertThat(answer).isEqualTo(new Answer.Ok<>(new Identity(
            new Teammate(new TeammateId("5017691"), "Jira Bot", "jira-bot@acme.example", "https://static.example/a.png"),
            new WorkspaceId("ecahpwf5"), "Acme Support", Region.EU)));
    }

    @Test
    void whatAnIdentityMayLack() {
        Answer<Identity> answer = IntercomReader.identity("{\"id\":5017691,\"name\":null,\"app\":{\"id_code\":\"a\"}}", Region.AU);

        assertThat(answer).isEqualTo(new Answer.Ok<>(
            new Identity(new Teammate(new TeammateId("5017691"), "5017691", null, null), new WorkspaceId("a"), "a", Region.AU)));
    }

    @Test
    void namesOfWhichNothingCanBeSeenAreAsGoodAsNone() {
        Answer<Identity> answer = IntercomReader.identity("""
            {"id":"5017691","name":"\\ufeff","email":"jira-bot@acme.example","app":{"id_code":"a","name":"\\u3164"}}""", Region.US);
        Conversation conversation = read("""
            {"id":"215","title":"\\u200b","source":{"subject":"\\ufeff","body":"<p>\\u2800</p>","author":{"type":"user","id":"6762","name":"\\u202e"},
              "attachments":[{"name":"\\ufe0f","url":"https://files.example/1"}]}}""");

        assertThat(answer).isEqualTo(new Answer.Ok<>(new Identity(
            new Teammate(new TeammateId("5017691"), "jira-bot@acme.example", "jira-bot@acme.example", null), new WorkspaceId("a"), "a", Region.US)));
        assertThat(conversation.subject()).isEmpty();
        assertThat(conversation.excerpt()).isEmpty();
        assertThat(conversation.contact().name()).isNull();
        assertThat(conversation.opening().author().name()).isNull();
        assertThat(conversation.opening().attachments()).extracting(Part.Attachment::name).containsExactly("file");
    }

    @Test
    void anUnknownRegionIsRefused() {
        Answer<Identity> answer = IntercomReader.identity("{\"id\":\"1\",\"app\":{\"id_code\":\"a\",\"region\":\"MARS\"}}", Region.US);

        assertThat(answer).isEqualTo(new Answer.Failed<>(
            new Failure.Refused(200, "unknown_region", "The workspace is in an unknown region")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "<html>", "{\"id\":\"1\"}", "{\"app\":{\"id_code\":\"a\"}}", "{\"id\":{},\"app\":[]}"})
    void anIdentityWithoutItsIdsIsUnreadable(String body) {
        assertThat(IntercomReader.identity(body, Region.US)).isEqualTo(UNREADABLE);
    }

    @Test
    void aConversationWithItsParts() {
        Conversation conversation = read("""
            {"type":"conversation","id":"215","title":"Checkout total is wrong","created_at":1734537511,"updated_at":1734537999,
             "open":true,"state":"open",
             "source":{"subject":"","body":"<p>Hi, my total is wrong</p>",
                "author":{"type":"lead","id":"6762","name":"Ada Example","email":"ada@example.org"}},
             "contacts":{"type":"contact.list","contacts":[{"type":"contact","id":"6762"}]},
             "conversation_parts":{"conversation_parts":[
                {"id":"132","part_type":"note","body":"<p>moved</p>","created_at":1734537999,
                 "author":{"type":"admin","id":"5017691","name":"Jira Bot","email":null}},
                {"id":"133","part_type":"close","body":null,"created_at":null,"author":null},
                "no part"]}}""");

        assertThat(conversation.id()).isEqualTo(new ConversationId("215"));
        assertThat(conversation.subject()).isEqualTo("Checkout total is wrong");
        assertThat(conversation.excerpt()).isEqualTo("Hi, my total is wrong");
        assertThat(conversation.createdAt()).isEqualTo(Instant.ofEpochSecond(1734537511));
        assertThat(conversation.updatedAt()).isEqualTo(Instant.ofEpochSecond(1734537999));
        assertThat(conversation.contact()).isEqualTo(new Contact("6762", Contact.Kind.LEAD, "Ada Example", "ada@example.org"));
        assertThat(conversation.parts()).containsExactly(
            new Part("132", "note", "<p>moved</p>", Instant.ofEpochSecond(1734537999), new Author("admin", "5017691", "Jira Bot", null)),
            new Part("133", "close", null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\":\"1\",\"title\":\"T\",\"source\":{\"subject\":\"S\",\"body\":\"B\"}} | T",
        "{\"id\":\"1\",\"title\":null,\"source\":{\"subject\":\"<p>S</p>\",\"body\":\"B\"}} | S",
        "{\"id\":\"1\",\"title\":\" \",\"source\":{\"subject\":\"\",\"body\":\"<p>B b</p>\"}} | B b",
        "{\"id\":\"1\",\"source\":null} | ``",
    })
    void theSubjectIsTheTitleElseTheSourcesSubjectElseTheExcerpt(String body, String subject) {
        assertThat(read(body).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"state\":\"open\",\"open\":true | OPEN",
        "\"state\":\"closed\",\"open\":false | CLOSED",
        "\"state\":\"snoozed\",\"open\":true | SNOOZED",
        "\"state\":\"SNOOZED\" | SNOOZED",
        "\"open\":false | CLOSED",
        "\"open\":true | OPEN",
        "\"state\":\"new kind\" | OPEN",
    })
    void theStateGoesBeforeOpen(String fields, State state) {
        assertThat(read("{\"id\":\"1\"," + fields + "}").state()).isEqualTo(state);
    }

    @Test
    void whenATeammateWroteFirstTheContactIsTheListedOne() {
        Conversation conversation = read("""
            {"id":"1","source":{"author":{"type":"admin","id":"5017691","name":"Jira Bot"}},"contacts":{"contacts":[{},{"id":"6762"}]}}""");

        assertThat(conversation.contact()).isEqualTo(new Contact("6762", Contact.Kind.USER, null, null));
    }

    @Test
    void withoutAnyContactThereIsNone() {
        assertThat(read("{\"id\":1}").contact()).isNull();
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        Conversation conversation = read("{\"id\":\"1\",\"source\":{\"body\":\"" + "x".repeat(199) + "\uD83D\uDE00yyy\"}}");

        assertThat(conversation.excerpt()).isEqualTo("x".repeat(199));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"id\":null}", "{\"id\":\"not digits\"}", "[{\"id\":\"1\"}]"})
    void aConversationWithoutItsIdIsUnreadable(String body) {
        assertThat(IntercomReader.conversation(body)).isEqualTo(UNREADABLE);
    }

    private static Conversation read(String body) {
        Answer<Conversation> answer = IntercomReader.conversation(body);
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<Conversation>) answer).value();
    }

    @Test
    void aThreadComesWithItsFirstMessageItsFilesAndTheNumberOfAllParts() {
        Answer<Conversation> answer = IntercomReader.conversation("""
            {"id":"215","created_at":1734537511,"source":{"id":"9","body":"<p>Hi</p>","author":{"type":"user","id":"6","name":"Ada"},
              "attachments":[{"type":"upload","name":"a.png","url":"https://files.example/a","content_type":"image/png","filesize":12},{"name":"no address"}]},
             "conversation_parts":{"total_count":612,"conversation_parts":[
              {"id":"1","part_type":"assignment","assigned_to":{"type":"admin","id":"5017692"},"author":{"type":"admin","id":"1"}}]}}""");

        Conversation conversation = ((Answer.Ok<Conversation>) answer).value();
        assertThat(conversation.opening()).isEqualTo(new Part("9", "opening", "<p>Hi</p>", Instant.ofEpochSecond(1734537511),
            new Author("user", "6", "Ada", null), null, List.of(new Part.Attachment("a.png", "https://files.example/a", "image/png", 12L))));
        assertThat(conversation.parts().get(0).assignee()).isEqualTo("5017692");
        assertThat(conversation.allParts()).isEqualTo(612);
    }

    @Test
    void aSearchGivesTheConversationsThatCanBeRead() {
        Answer<List<Conversation>> answer = IntercomReader.conversations(
            "{\"type\":\"conversation.list\",\"conversations\":[{\"id\":\"215\",\"title\":\"One\"},{\"id\":\"no id\"},{\"id\":\"216\"}]}");

        assertThat(((Answer.Ok<List<Conversation>>) answer).value()).extracting(found -> found.id().value()).containsExactly("215", "216");
    }
}
