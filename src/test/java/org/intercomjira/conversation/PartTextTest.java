package org.intercomjira.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Part;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.platform.IssueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTextTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TeammateId APP = new TeammateId("5017691");
    private static final Draft REPLY = new Draft(12, 7, new IssueId(1), "JIRAUSER1", Draft.Kind.REPLY, "It is fixed,\nplease <try> again.", NOON);

    @Test
    void paragraphsAndLineBreaksStayAndNothingElseActs() {
        assertThat(PartText.html("Hello <b>Ada</b> & co,\n\nline one\nline two")).isEqualTo("<p>Hello &lt;b&gt;Ada&lt;/b&gt; &amp; co,</p><p>line one<br>line two</p>");
    }

    @Test
    void whatIsNoTextBecomesASpace() {
        assertThat(PartText.html("a\u0000b\uD83D")).isEqualTo("<p>a b </p>");
    }

    @Test
    void aNoteIsKnownByItsAddress() {
        String html = "<p><a href=\"" + PartText.address(URI.create("https://jira.example/browse/DEMO-7"), REPLY) + "\">DEMO-7</a></p>";

        assertThat(PartText.hasNote(thread(part("note", html, "5017691", NOON)), REPLY)).isTrue();
        assertThat(PartText.hasNote(thread(part("note", html.replace("part-12", "part-123"), "5017691", NOON)), REPLY)).isFalse();
        assertThat(PartText.hasNote(thread(part("comment", html, "5017691", NOON)), REPLY)).isFalse();
    }

    @ParameterizedTest(name = "by {0}, {1} seconds later, \"{2}\": {3}")
    @CsvSource({
        "5017691, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', true",
        "5017691, 5, '<p>It is fixed,<br>\nplease &lt;try&gt;  again.</p>\n', true",
        "5017692, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', false",
        "5017691, -3600, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', false",
        "5017691, 5, '<p>Something else</p>', false"})
    void aReplyIsKnownByAuthorTimeAndWords(String author, int seconds, String html, boolean there) {
        assertThat(PartText.hasReply(thread(part("comment", html, author, NOON.plusSeconds(seconds))), REPLY, APP)).isEqualTo(there);
    }

    private static Part part(String type, String html, String author, Instant time) {
        return new Part("1", type, html, time, new Author("admin", author, "Jira app", null));
    }

    private static Conversation thread(Part part) {
        return new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, List.of(part));
    }
}
