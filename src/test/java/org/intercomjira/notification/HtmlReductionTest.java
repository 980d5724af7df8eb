package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReductionTest {
    private static final HtmlReduction.Rest REST = new HtmlReduction.Rest(URI.create("https://jira.example.org/jira/browse/DEMO-7#comment-1"), "More");
    private final HtmlReduction reduction = new HtmlReduction(URI.create("https://jira.example.org/jira"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "<p><strong>a</strong> <em>b</em> <ins>c</ins> <del>d</del></p> | <p><b>a</b> <i>b</i> c d</p>",
        "<h2><a name=\"x\"></a>Title</h2><p>text</p> | <p><b>Title</b></p><p>text</p>",
        "<ul class=\"alternate\"><li>a</li><li>b<ul><li>c</li></ul></li></ul> | <ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        "<blockquote><p>said</p></blockquote> | <p>&gt; said</p>",
        "<a href=\"https://example.org/x\" class=\"external-link\" rel=\"nofollow\">x</a> | <a href=\"https://example.org/x\">x</a>",
        "<a href=\"/jira/browse/DEMO-1\" title=\"t\">DEMO-1</a> | <a href=\"https://jira.example.org/jira/browse/DEMO-1\">DEMO-1</a>",
        "<a href=\"javascript:alert(1)\">x</a> | x",
        "<a href=\"mailto:a@example.org\">a@example.org</a> | a@example.org",
        "<a href=\"/jira/secure/ViewProfile.jspa?name=dev\" class=\"user-hover\" rel=\"dev\">Dev Patel</a> did | Dev Patel did",
        "<img src=\"/jira/secure/attachment/10/a%20b.png\"> | <a href=\"https://jira.example.org/jira/secure/attachment/10/a%20b.png\">a%20b.png</a>",
        "<img src=\"https://example.org/x.png\" alt=\"A tree\"> | <a href=\"https://example.org/x.png\">A tree</a>",
        "<img class=\"emoticon\" src=\"/jira/images/smile.gif\" alt=\":)\"> | :)",
        "<a href=\"/jira/secure/attachment/10/a.txt\">a.txt</a> | <a href=\"https://jira.example.org/jira/secure/attachment/10/a.txt\">a.txt</a>",
        "<p>a</p><script>alert(1)</script><style>p{}</style><p>b</p> | <p>a</p><p>b</p>",
        "<p onclick=\"x\" style=\"y\">a<span onmouseover=\"z\">b</span></p> | <p>ab</p>",
        "<p>שלום <b>עולם</b> 😀 漢字</p> | <p>שלום <b>עולם</b> 😀 漢字</p>"})
    void eachKindOfMarkupBecomesReadable(String rendered, String html) {
        assertThat(reduction.reduce(rendered, 8_000, REST)).isEqualTo(html);
    }

    @Test
    void rowsOfATableBecomeLinesWithBars() {
        String table = "<div class='table-wrap'><table class='confluenceTable'><tbody><tr><th class='confluenceTh'>Name</th><th>Size</th></tr>"
                + "<tr><td><p>a</p></td><td>1</td></tr></tbody></table></div>";

        assertThat(reduction.reduce(table, 8_000, REST)).isEqualTo("<p><b>Name</b> | <b>Size</b><br>a | 1</p>".replace("a |", "a  |"));
    }

    @Test
    void codeKeepsItsLinesAndItsIndentation() {
        String code = "<div class=\"code panel\"><div class=\"codeContent panelContent\"><pre class=\"code-java\">if (a &lt; b) {\n    go();\n}\n</pre></div></div>";

        assertThat(reduction.reduce(code, 8_000, REST)).isEqualTo("<p>if (a &lt; b) {<br>&nbsp;&nbsp;&nbsp;&nbsp;go();<br>}</p>");
    }

    @Test
    void quotesWithinQuotesAreToldApartUpToTheFifth() {
        String quotes = "<blockquote>".repeat(7) + "<p>deep</p>" + "</blockquote>".repeat(7);

        assertThat(reduction.reduce(quotes, 8_000, REST)).isEqualTo("<p>&gt; &gt; &gt; &gt; &gt; deep</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<blockquote><p>word</p>", "<div><p>word</p>", "<ul><li>word", "<b>word"})
    void whatIsNestedThousandfoldKeepsItsWordsAndIsReducedInTime(String level) {
        String html = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> reduction.reduce(level.repeat(3_000), 100_000, REST));

        assertThat(html.split("word", -1)).hasSize(3_001);
    }

    @Test
    void aLongTextIsCutAtAWordWithALinkToTheRest() {
        String text = IntStream.range(0, 300).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));

        assertThat(reduction.reduce("<p>" + text + "</p><p>later</p>", 18, REST))
                .isEqualTo("<p>word0 word1 word2</p><p>\u2026 <a href=\"https://jira.example.org/jira/browse/DEMO-7#comment-1\">More</a></p>");
    }

    @Test
    void noEmojiIsCutInHalf() {
        String html = reduction.reduce("<p>" + "\uD83D\uDE00".repeat(200) + "</p>", 101, REST);

        assertThat(html).startsWith("<p>" + "\uD83D\uDE00".repeat(101) + "</p>");
    }

    @Test
    void aHundredThousandCharactersAreReducedAtOnce() {
        String paragraphs = ("<p>" + "word <b>bold</b> ".repeat(10) + "</p>").repeat(1_000);
        String oneLine = "<p>" + "x".repeat(100_000) + "</p>";
        String lines = "<p>" + "a<br>".repeat(50_000) + "</p>";
        String deep = "<blockquote>".repeat(1_000) + "x" + "</blockquote>".repeat(1_000);

        for (String text : new String[] {paragraphs, oneLine, lines, deep}) {
            String html = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> reduction.reduce(text, 8_000, REST));
            assertThat(html).hasSizeLessThan(60_000);
        }
    }

    @Test
    void whatHasAnInvisibleNameIsCalledByItsAddress() {
        assertThat(reduction.reduce("<p><a href=\"/secure/attachment/1/a.txt\">\ufeff</a></p>", 8_000, REST)).endsWith("/secure/attachment/1/a.txt\">a.txt</a></p>");
        assertThat(reduction.reduce("<p><img src=\"/secure/attachment/1/a.png\" alt=\"\u3164\"></p>", 8_000, REST)).endsWith(">a.png</a></p>");
    }

    @Test
    void whatIsNoTextBecomesASpace() {
        assertThat(reduction.reduce("<p>a\u0001b&#27;c</p>", 8_000, REST)).isEqualTo("<p>a b c</p>");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(reduction.reduce("", 8_000, REST)).isEmpty();
        assertThat(reduction.reduce("<p> </p><p></p>", 8_000, REST)).isEmpty();
    }
}
