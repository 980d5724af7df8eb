package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<p>Hi, my total is wrong</p> | Hi, my total is wrong",
        "<p>One</p><p>Two</p> | One Two",
        "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#x27; | a <b> & \"c\" 'd'",
        "&amp;lt; | &lt;",
        "a&nbsp;&nbsp;b | a b",
        "1 < 2 and 3 > 2 | 1 < 2 and 3 > 2",
        "x<script>alert(1)</script>y | x y",
        "x<!-- hidden -->y | x y",
        "&#0;a&#9999999; | a",
        "&unknown; | &unknown;",
    })
    void theWordsRemain(String html, String words) {
        assertThat(PlainText.of(html)).isEqualTo(words);
    }

    @Test
    void noHtmlIsNoWords() {
        assertThat(PlainText.of(null)).isEmpty();
    }
}
