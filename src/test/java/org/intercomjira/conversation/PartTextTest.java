package org.intercomjira.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.intercomjira.conversation.PartText.Arrival;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Part;
import org.intercomjira.platform.IssueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTextTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final URI DEMO_7 = URI.create("https://jira.example/browse/DEMO-7");
    private static final Draft REPLY = new Draft(12, 7, new IssueId(1), "JIRAUSER1", Draft.Kind.REPLY, "It is fixed,\nplease <try> again.", NOON);

    @Test
    void paragraphsAndLineBreaksStayAndNothingElseActs() {
        assertThat(PartText.html("Hello <b>Ada</b> & co,\n\nline one\nline two")).isEqualTo("<p>Hello &lt;b&gt;Ada&lt;/b&gt; &amp; co,</p><p>line one<br>line two</p>");
    }

    @Test
    void whatIsNoTextBecomesASpace() {
        assertThat(PartText.html("a\u0000b\uD83D")).isEqualTo("<p>a b </p>");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "note, https://jira.example/browse/DEMO-7#part-12, THERE",
        "note, https://jira.example/browse/OPS-3#part-12, THERE",
        "note, http://former.example/jira/browse/DEMO-7#part-12, THERE",
        "note_and_reopen, https://jira.example/browse/DEMO-7#part-12, THERE",
        "note_and_unsnooze, https://jira.example/browse/DEMO-7#part-12, THERE",
        "note, https://other.example/browse/OPS-3#part-12, MISSING",
        "note, https://jira.example/browse/DEMO-7#part-123, MISSING",
        "comment, https://jira.example/browse/DEMO-7#part-12, MISSING"})
    void aNoteIsKnownByItsAddress(String type, String address, Arrival arrival) {
        String html = "<p>Ann wrote from <a href=\"" + address + "\" rel=\"nofollow\">DEMO-7</a>:</p>";

        assertThat(PartText.ofNote(thread(part(type, html, "admin", NOON)), REPLY, DEMO_7)).isEqualTo(arrival);
    }

    @ParameterizedTest(name = "{0} by {1}, {2} seconds later, \"{3}\": {4}")
    @CsvSource({
        "comment, admin, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', THERE",
        "comment, admin, 5, '<p>It is fixed,<br>\nplease &lt;try&gt;&nbsp; again.</p>\n', THERE",
        "comment, admin, 5, '<p>It is fixed,</p><p>please &lt;try&gt; again.</p>', THERE",
        "assignment, admin, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', THERE",
        "something_new, bot, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', THERE",
        "comment, admin, -60, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', THERE",
        "comment, admin, -61, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "comment, user, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "comment, lead, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "comment, contact, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "note, admin, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "note_and_reopen, admin, 5, '<p>It is fixed,<br>please &lt;try&gt; again.</p>', MISSING",
        "comment, admin, 5, '<p>Something else</p>', MISSING",
        "comment, admin, 5, '<p>It is fixed,<br>please &lt;try&gt; again!</p>', MISSING",
        "comment, admin, 5, , UNCLEAR",
        "comment, admin, -61, , MISSING",
        "comment, user, 5, , MISSING",
        "close, admin, 5, , MISSING"})
    void aReplyIsKnownByTimeAndWordsAndByNotBeingTheCustomers(String type, String author, int seconds, String html, Arrival arrival) {
        assertThat(PartText.ofReply(thread(part(type, html, author, NOON.plusSeconds(seconds))), REPLY)).isEqualTo(arrival);
    }

    @Test
    void aPartWithoutAuthorOrTimeMayBeTheReply() {
        Part there = new Part("1", "comment", "<p>It is fixed, please &lt;try&gt; again.</p>", null, null);

        assertThat(PartText.ofReply(thread(there), REPLY)).isEqualTo(Arrival.THERE);
    }

    @Test
    void aCommentOfFilesIsNoReplyThatLostItsText() {
        Part files = new Part("1", "comment", null, NOON, null, null, List.of(new Part.Attachment("a.png", "https://a.example/a.png", "image/png", 1L)));

        assertThat(PartText.ofReply(thread(files), REPLY)).isEqualTo(Arrival.MISSING);
    }

    @ParameterizedTest(name = "the oldest of {1} parts is {0} seconds younger: {2}")
    @CsvSource({"-61, 501, MISSING", "-60, 501, UNCLEAR", "99, 501, UNCLEAR", "99, 1, MISSING"})
    void aReplyMayBeBehindTheLatestParts(int seconds, int allParts, Arrival arrival) {
        Part oldest = part("comment", "<p>Hello?</p>", "user", NOON.plusSeconds(seconds));

        assertThat(PartText.ofReply(new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, null, List.of(oldest),
                allParts), REPLY)).isEqualTo(arrival);
    }

    private static Part part(String type, String html, String author, Instant time) {
        return new Part("1", type, html, time, new Author(author, "5017691", "Somebody", null));
    }

    private static Conversation thread(Part part) {
        return new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, List.of(part));
    }
}
