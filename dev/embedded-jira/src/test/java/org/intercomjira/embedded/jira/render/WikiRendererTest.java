package org.intercomjira.embedded.jira.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;
import com.atlassian.jira.issue.Issue;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiRendererTest {
    private static final Issue ISSUE = (Issue) Proxy.newProxyInstance(Issue.class.getClassLoader(), new Class<?>[] {Issue.class}, (proxy, method, args) ->
            method.getName().equals("getAttachments") ? List.of(new Attachment(7L, "a b.png"), new Attachment(8L, "log.txt")) : "DEMO-1");

    private final WikiRenderer renderer = new WikiRenderer("/jira", name -> null);

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            *bold* and _italic_ and -gone- => <p><b>bold</b> and <em>italic</em> and <del>gone</del></p>
            a*b*c well-known re-do snake_case_name => <p>a*b*c well-known re-do snake_case_name</p>
            *_both_* => <p><b><em>both</em></b></p>
            {{mono *x*}} => <p><tt>mono *x*</tt></p>
            h2. Title & more => <h2>Title &amp; more</h2>
            ---- => <hr />
            bq. said => <blockquote>said</blockquote>
            :-) (/) => <p>:-) (/)</p>
            \\*no\\* => <p>*no*</p>
            {color:red}warm{color} => <p><font color="red">warm</font></p>
            see https://x.example/a_b_c, ok => <p>see <a href="https://x.example/a_b_c" class="external-link" target="_blank" rel="nofollow noopener">https://x.example/a_b_c</a>, ok</p>
            [a *b*|https://x.example/] => <p><a href="https://x.example/" class="external-link" target="_blank" rel="nofollow noopener">a <b>b</b></a></p>
            [x|javascript:alert(1)] => <p>[x|javascript:alert(1)]</p>
            [not a link] => <p>[not a link]</p>
            [^log.txt] => <p><a href="/jira/secure/attachment/8/8_log.txt" title="log.txt attached to DEMO-1">log.txt</a></p>
            [^none.txt] => <p><span class="nobr">none.txt</span></p>
            !none.png! => <p>!none.png!</p>
            wow! really! => <p>wow! really!</p>
            """)
    void aLine(String markup, String html) {
        assertThat(render(markup.replace("\\\\", "\\"))).isEqualTo(html);
    }

    @Test
    void listsNestAndMixTheirKinds() {
        assertThat(render("* a\n** b\n*# c\n* d\n# e")).isEqualToIgnoringWhitespace(
                "<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>");
    }

    @Test
    void tablesHaveHeadingsAndCells() {
        assertThat(render("||h1||h2||\n|a|[b|https://x.example/]|")).isEqualToIgnoringWhitespace("<div class='table-wrap'><table class='confluenceTable'><tbody>"
                + "<tr><th class='confluenceTh'>h1</th><th class='confluenceTh'>h2</th></tr><tr><td class='confluenceTd'>a</td><td class='confluenceTd'>"
                + "<a href=\"https://x.example/\" class=\"external-link\" target=\"_blank\" rel=\"nofollow noopener\">b</a></td></tr></tbody></table></div>");
    }

    @Test
    void codeIsLeftAlone() {
        assertThat(render("before\n{code:java}\nif (a < b) { *x* }\n\n- no list\n{code}\nafter")).isEqualTo("<p>before</p>\n"
                + "<div class=\"code panel\" style=\"border-width: 1px;\"><div class=\"codeContent panelContent\">\n<pre class=\"code-java\">if (a &lt; b) { *x* }\n\n- no list\n</pre>\n</div></div>\n"
                + "<p>after</p>");
        assertThat(render("{noformat}[~x]{noformat}")).contains("<pre>[~x]</pre>");
        assertThat(render("{quote}*q*{quote}")).isEqualTo("<blockquote><p><b>q</b></p></blockquote>");
    }

    @Test
    void mentionsLeadToTheProfileAndShowTheDisplayName() {
        assertThat(render("[~o'neil]")).isEqualTo("<p><a href=\"/jira/secure/ViewProfile.jspa?name=o%27neil\" class=\"user-hover\" rel=\"o&#39;neil\">o&#39;neil</a></p>");
    }

    @Test
    void imagesOfTheIssueAreShown() {
        assertThat(render("!a b.png|thumbnail!")).isEqualTo(
                "<p><span class=\"image-wrap\" style=\"\"><img src=\"/jira/secure/attachment/7/7_a+b.png\" alt=\"a b.png\" style=\"border: 0px solid black\" /></span></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "[<img src=x onerror=y>|https://x.example/]", "{color:red\" onclick=\"x}t{color}", "{{<b onclick=x>}}", "!https://x.example/\"onerror=x!",
            "||<script>||\n|<script>|", "h1. <script>", "{code:<script>}<script>{code}", "[~<script>]", "[^<script>]", "\u00010\u0001<script>"})
    void nothingBecomesAnElementThatTheMarkupDoesNotMake(String markup) {
        assertThat(Jsoup.parse(render(markup)).select("script, [onclick], [onerror], b[onclick]")).isEmpty();
    }

    @Test
    void linesOfAParagraphAreBrokenAndEmptyLinesPartParagraphs() {
        assertThat(render("one\r\ntwo\n\nthree")).isEqualTo("<p>one<br/>\ntwo</p>\n<p>three</p>");
    }

    @Test
    void aLongTextIsRenderedInTime() {
        String text = "*a _b [x ".repeat(10_000);
        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> render(text))).contains("[x");
    }

    @Test
    void anotherRendererKnowsNoMarkup() {
        assertThat(renderer.getRenderedContent("jira-text-renderer", "*a*\n<b>", null)).isEqualTo("*a*<br/>\n&lt;b&gt;");
    }

    private String render(String markup) {
        return renderer.getRenderedContent(WikiRenderer.TYPE, markup, new IssueRenderContext(ISSUE));
    }
}
