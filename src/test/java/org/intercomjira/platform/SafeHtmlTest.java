package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {
    @Test
    void whatPeopleWriteStays() {
        String html = "<p>Hi <b>Ada</b>, see <a href=\"https://shop.example/a?b=1&amp;c=2\">this</a></p><ul><li>one</li></ul><pre><code>x &lt; y</code></pre>";

        assertThat(SafeHtml.clean(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<iframe src=https://evil.example></iframe>", "<p style=\"background:url(https://evil.example)\">x</p>",
        "<form action=https://evil.example><input></form>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<p onclick=alert(1)>x</p>", "<base href=https://evil.example>", "<style>p{}</style>"})
    void whatActsOrLoadsGoes(String html) {
        assertThat(SafeHtml.clean(html)).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("<img").doesNotContainIgnoringCase("<svg")
            .doesNotContainIgnoringCase("javascript:").doesNotContain("<iframe").doesNotContain("style").doesNotContain("<form").doesNotContain("onclick=")
            .doesNotContain("href=\"data").doesNotContain("<base").doesNotContain("<math");
    }

    @ParameterizedTest
    @CsvSource({
        "<img src=\"https://files.example/a.png\" alt=\"A lamp\">, <a href=\"https://files.example/a.png\">A lamp</a>",
        "<img src=\"https://files.example/a.png\">, <a href=\"https://files.example/a.png\">https://files.example/a.png</a>"})
    void aPictureBecomesALink(String html, String clean) {
        assertThat(SafeHtml.clean(html)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&#xfeff;", "<b>&#x3164;</b>", "&#x200b;"})
    void aLinkOfWhichNothingCanBeSeenShowsWhereItLeads(String words) {
        assertThat(SafeHtml.clean("<a href=\"https://shop.example/a\">" + words + "</a>")).contains("<a href=\"https://shop.example/a\">https://shop.example/a</a>");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " \n")
    void nothingStaysNothing(String html) {
        assertThat(SafeHtml.clean(html)).isEmpty();
    }
}
