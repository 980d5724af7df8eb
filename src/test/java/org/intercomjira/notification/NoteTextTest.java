package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.MOVED;
import static org.intercomjira.notification.Samples.TO_DONE;
import static org.intercomjira.notification.Samples.change;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.intercomjira.intercom.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTextTest {
    private static final URI ADDRESS = URI.create("https://jira.example.org/browse/DEMO-7#change-20311");

    private static final String ISSUE = "<a href=\"https://jira.example.org/browse/DEMO-7#change-20311\">DEMO-7</a>: <i>Total is wrong</i>";

    private final NoteText text = new NoteText(NoteTextTest::phrase);

    @Test
    void aTransitionIsToldInOneSentence() {
        assertThat(of(MOVED)).isEqualTo(
                "<p><b>Dev Eloper</b> moved <a href=\"https://jira.example.org/browse/DEMO-7#change-20311\">DEMO-7</a>: "
                + "<i>Total is wrong</i> from To Do to Done</p>");
    }

    @Test
    void aChangeByNobodyIsToldAsSomebodys() {
        assertThat(of(new IssueChange(DEMO_7, DEMO, null, 20_311L, null, TO_DONE, null, FunctionWish.NONE, 0))).startsWith("<p><b>Somebody</b> moved ");
    }

    @Test
    void namesOfWhichNothingCanBeSeenAreToldInWords() {
        IssueChange change = new IssueChange(DEMO_7, DEMO, "\u200b", 20_311L, new AssigneeChange("\u3164", "\ufeff"),
                new StatusChange("1", "2", "\u2800", "\u202e"), null, FunctionWish.NONE, 0);

        assertThat(of(change)).isEqualTo("<p><b>Somebody</b> assigned " + ISSUE + " to <b>Somebody</b> (was Somebody)<br>moved it from (no name) to (no name)</p>");
    }

    @Test
    void aFirstAssigneeWasNobodyBefore() {
        assertThat(of(change(new AssigneeChange(null, "Ann"), null, null))).isEqualTo("<p><b>Dev Eloper</b> assigned " + ISSUE + " to <b>Ann</b> (was unassigned)</p>");
    }

    @Test
    void aNewAssigneeIsNamedWithTheOldOne() {
        assertThat(of(change(new AssigneeChange("Bob", "Ann"), null, null))).isEqualTo("<p><b>Dev Eloper</b> assigned " + ISSUE + " to <b>Ann</b> (was Bob)</p>");
    }

    @Test
    void aRemovedAssigneeIsNamed() {
        assertThat(of(change(new AssigneeChange("Bob", ""), null, null))).isEqualTo("<p><b>Dev Eloper</b> removed the assignee <b>Bob</b> of " + ISSUE + "</p>");
    }

    @Test
    void oneNoteSaysAllOfIt() {
        assertThat(of(Samples.ALL_AT_ONCE)).isEqualTo("<p><b>Dev Eloper</b> assigned " + ISSUE + " to <b>Ann Other</b> (was unassigned)"
                + "<br>moved it from To Do to Done<br>commented on it</p><p>It works</p>");
    }

    @Test
    void aCommentIsToldWithItsText() {
        assertThat(of(change(null, null, Samples.COMMENT))).isEqualTo("<p><b>Dev Eloper</b> commented on " + ISSUE + "</p><p>It works</p>");
    }

    @Test
    void linksAreToldToo() {
        NoteText.Subject subject = new NoteText.Subject("DEMO-7", "Total is wrong", ADDRESS);

        assertThat(text.linked("Dev Eloper", subject)).isEqualTo("<p><b>Dev Eloper</b> linked this conversation to " + ISSUE + "</p>");
        assertThat(text.unlinked("Dev Eloper", subject)).isEqualTo("<p><b>Dev Eloper</b> unlinked this conversation from " + ISSUE + "</p>");
    }

    @Test
    void aCommentThatCannotBeShownIsLinked() {
        assertThat(text.notShown(URI.create("https://jira.example.org/browse/DEMO-7?a&b#comment-1")))
                .isEqualTo("<p>The comment could not be shown here. <a href=\"https://jira.example.org/browse/DEMO-7?a&amp;b#comment-1\">Read it in Jira</a></p>");
    }

    private String of(IssueChange change) {
        Telling told = new Telling(change.assignee() != null, change.status() != null, change.comment() != null);
        return text.of(Samples.payload(change), told, new NoteText.Subject("DEMO-7", "Total is wrong", ADDRESS), "<p>It works</p>");
    }

    @Test
    void nothingThatAPersonWroteBecomesMarkup() {
        String attack = "<script>alert(1)</script><img src=x onerror=\"x\">{0}";

        IssueChange change = new IssueChange(DEMO_7, DEMO, attack, 20_311L, new AssigneeChange(attack, attack), new StatusChange("1", "2", attack, attack),
                null, FunctionWish.NONE, 0);
        String note = text.of(NotePayload.of(change, Samples.MOVE, ACME, new ConversationId("215")), new Telling(true, true, false),
                new NoteText.Subject(attack, attack, ADDRESS), "");

        assertThat(note.replaceAll("</?(p|b|i|br)>|<a href=\"[^\"<>]*\">|</a>", "")).doesNotContain("<").doesNotContain(">").doesNotContain("\"");
        assertThat(note).contains("{0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a & b|a &amp; b",
        "&lt;|&amp;lt;",
        "say \"so\"|say &quot;so&quot;",
        "<b>|&lt;b&gt;",
        "Zoë שלום 漢字|Zoë שלום 漢字"})
    void textIsEscaped(String plain, String html) {
        assertThat(NoteText.escape(plain)).isEqualTo(html);
    }

    @Test
    void anApostropheEndsNoAttribute() {
        assertThat(NoteText.escape("it's")).isEqualTo("it&#39;s");
    }

    @Test
    void emojiSurvive() {
        String emoji = "done \uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDE80";

        assertThat(NoteText.escape(emoji)).isEqualTo(emoji);
    }

    @Test
    void whatIsNoTextBecomesASpace() {
        assertThat(NoteText.escape("a\u0000b\nc\u001Bd\u0085e\uD83Df\uDE00g\uFFFFh")).isEqualTo("a b c d e f g h");
    }

    @Test
    void nothingIsEmpty() {
        assertThat(NoteText.escape(null)).isEmpty();
    }

    private static String phrase(String key, Serializable... arguments) {
        try (Reader texts = new InputStreamReader(NoteText.class.getResourceAsStream("/i18n/intercom.properties"), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(texts);
            return MessageFormat.format(properties.getProperty(key), (Object[]) arguments);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
