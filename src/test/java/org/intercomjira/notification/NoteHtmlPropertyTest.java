package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;

import java.io.Serializable;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.intercomjira.intercom.ConversationId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Whatever people write, a note holds only what it may hold, and their words. */
class NoteHtmlPropertyTest {
    private static final Map<String, Set<String>> ALLOWED = Map.of("p", Set.of(), "br", Set.of(), "b", Set.of(), "i", Set.of(), "a", Set.of("href"),
            "ul", Set.of(), "ol", Set.of(), "li", Set.of());
    private static final Pattern WORD = Pattern.compile("word\\d+x");
    private static final URI ADDRESS = URI.create("https://jira.example.org/jira/browse/DEMO-7#change-20311");
    private final HtmlReduction reduction = new HtmlReduction(URI.create("https://jira.example.org/jira"));

    /** A renderer may let anything through: macros, themes and other apps add to it. */
    @Property(tries = 1_500)
    void onlyAllowedHtmlIsLeftOfAnything(@ForAll("texts") String rendered) {
        assertAllowed(reduction.reduce(rendered, 8_000, new HtmlReduction.Rest(ADDRESS, "More")));
    }

    @Property(tries = 1_000)
    void everyWordOfARenderedTextSurvives(@ForAll("texts") String text) {
        String rendered = "<p>" + NoteText.escape(text).replace("|", "</p><p>") + "</p>";

        assertThat(words(Jsoup.parseBodyFragment(reduction.reduce(rendered, 100_000, new HtmlReduction.Rest(ADDRESS, "More"))).text())).isEqualTo(words(text));
    }

    @Property(tries = 500)
    void namesAndSummariesStayText(@ForAll("texts") String actor, @ForAll("texts") String summary, @ForAll("texts") String status) {
        IssueChange change = new IssueChange(DEMO_7, DEMO, actor, 20_311L, new AssigneeChange(actor, status), new StatusChange("1", "2", status, summary), null,
                FunctionWish.NONE, 0);
        NotePayload payload = NotePayload.of(change, Fact.change(20_311), ACME, new ConversationId("215"));

        String note = new NoteText(NoteHtmlPropertyTest::phrase).of(payload, new Telling(true, true, false), new NoteText.Subject("DEMO-7", summary, ADDRESS), "");

        assertAllowed(note);
        assertThat(words(Jsoup.parseBodyFragment(note).text())).containsAll(words(summary)).containsAll(words(actor));
        assertThat(Jsoup.parseBodyFragment(note).select("a")).hasSize(1);
    }

    @Property(tries = 500)
    void whateverIsStoredFitsAndIsReadAgain(@ForAll("texts") String actor, @ForAll("texts") String status) {
        IssueChange change = new IssueChange(DEMO_7, DEMO, actor, 20_311L, new AssigneeChange(status, actor), new StatusChange("1", "2", status, actor), null,
                FunctionWish.NONE, 0);

        String json = NotePayload.of(change, Fact.change(20_311), ACME, new ConversationId("215")).toJson();

        assertThat(json).hasSizeLessThanOrEqualTo(450);
        assertThat(NotePayload.fromJson(json)).isPresent();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.integers().between(0, 9_999).map(number -> " word" + number + "x ");
        Arbitrary<String> attacks = Arbitraries.of("<script>alert(1)</script>", "<SCRIPT src=//x>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:alert(1)\">",
                "<a href=' java\nscript:alert(1)'>", "<a href=\"data:text/html,x\">", "<a href=\"//evil.example\">", "<a href=\"https://ok.example/?a=1&b=2\">", "</a>", "<svg onload=x>",
                "<table><tr><td>", "</td></tr></table>", "<pre>", "</pre>", "<blockquote>", "<h1>", "</h1>", "<li>", "<ul>", "</ul>", "<p>", "</p>", "<div>", "</div>", "<style>",
                "<textarea>", "</textarea>", "<title>", "<!--", "-->", "<![CDATA[", "]]>", "<base href=//evil.example>", "<meta http-equiv=refresh>", "<iframe srcdoc='<p>'>", "<b onclick=x>",
                "&lt;script&gt;", "&#0;", "&#x1F600;", "&amp;", "'", "\"", "<", ">", "&");
        Arbitrary<String> wiki = Arbitraries.of("*bold*", "_it_", "{code}", "{noformat}", "||head||", "|cell|", "[x|javascript:alert(1)]", "[~admin]", "!a.png!", "[^a.txt]", "h1. ", "# ",
                "* ", "bq. ", "{quote}", "----", "\\\\", "{color:red}", "{0}", "{1}", "''");
        Arbitrary<String> others = Arbitraries.of("\u0000", "\u0007", "\u001b", "\u0085", "\uFFFE", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u202E", "\u05E9\u05DC\u05D5\u05DD", "\u6F22", "\n", "\r\n", "\t", "\u2028");
        return Arbitraries.frequencyOf(Tuple.of(4, words), Tuple.of(4, attacks), Tuple.of(3, wiki),
                Tuple.of(1, others)).list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    private static void assertAllowed(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("* > *")) {
            assertThat(ALLOWED).as(html).containsKey(element.normalName());
            assertThat(element.attributes().asList().stream().map(Attribute::getKey)).as(html).isSubsetOf(ALLOWED.get(element.normalName()));
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).as(html).matches("https?://.*");
            }
        }
        assertThat(html.codePoints().filter(character -> !Characters.isText(character) && character != '\n')).as(html).isEmpty();
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String phrase(String key, Serializable... arguments) {
        return key.replaceAll("[^a-z.]", "") + " " + String.join(" ", Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
