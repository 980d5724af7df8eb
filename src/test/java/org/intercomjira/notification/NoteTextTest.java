package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTextTest {
    private static final URI ADDRESS = URI.create("https://jira.example.org/browse/DEMO-7#change-20311");

    private final NoteText text = new NoteText(NoteTextTest::phrase);

    @Test
    void aTransitionIsToldInOneSentence() {
        assertThat(text.transitioned("Dev Eloper", "DEMO-7", ADDRESS, "Total is wrong", "To Do", "Done")).isEqualTo(
                "<p><b>Dev Eloper</b> moved <a href=\"https://jira.example.org/browse/DEMO-7#change-20311\">DEMO-7</a>: "
                + "<i>Total is wrong</i> from To Do to Done</p>");
    }

    @Test
    void aChangeByNobodyIsToldAsSomebodys() {
        assertThat(text.transitioned(null, "DEMO-7", ADDRESS, "Total is wrong", "To Do", "Done")).startsWith("<p><b>Somebody</b> moved ");
    }

    @Test
    void nothingThatAPersonWroteBecomesMarkup() {
        String attack = "<script>alert(1)</script><img src=x onerror=\"x\">{0}";

        String note = text.transitioned(attack, attack, ADDRESS, attack, attack, attack);

        assertThat(note.replaceAll("</?(p|b|i)>|<a href=\"[^\"<>]*\">|</a>", "")).doesNotContain("<").doesNotContain(">").doesNotContain("\"");
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
