package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a comment's wiki markup on its way through Jira's renderer to Intercom. */
@ExtendWith(Servers.class)
class CommentNoteTest {
    private final Site site;
    private final Scene scene;

    CommentNoteTest(Site site) {
        this.site = site;
        this.scene = new Scene(site);
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
    }

    @Test
    void markupBecomesWhatIntercomKeeps() {
        String html = noteOf("h2. Findings\n\n*bold* and _italic_ by [~developer]\n\n* one\n* two\n\n||Name||Size||\n|a|1|\n\n{code}\nif (a < b) {\n  go();\n}\n{code}\n\n[docs|https://example.org/docs?a=1&b=2]");

        assertThat(html).contains("<b>Findings</b>", "<b>bold</b> and <i>italic</i> by Dev Patel", "<li>one</li>", "<b>Name</b> | <b>Size</b>", "a | 1", "if (a &lt; b) {<br>",
                "<a href=\"https://example.org/docs?a=1&amp;b=2\">docs</a>");
        assertThat(html).doesNotContain("<table", "<h2", "<pre", "<span", "class=");
    }

    @Test
    void anythingThatLooksLikeHtmlStaysText() {
        String html = noteOf("<script>alert(1)</script> <img src=x onerror=alert(1)> [x|javascript:alert(1)]");

        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script", "<img", "href=\"javascript");
    }

    @Test
    void allScriptsAndEmojiArrive() {
        assertThat(noteOf("שלום עולם \uD83D\uDE00 \uD83D\uDC69\u200D\uD83D\uDE80 漢字 \uD835\uDD4F")).contains("שלום עולם", "\uD83D\uDE00", "\uD83D\uDC69\u200D\uD83D\uDE80", "漢字", "\uD835\uDD4F");
    }

    @Test
    void aVeryLongCommentIsCutWithALinkToTheRest() {
        LinkedIssue linked = comment("word ".repeat(19_999));

        Note note = note(linked);

        assertThat(note.text()).hasSizeBetween(7_900, 8_300).endsWith("Read the rest in Jira");
        assertThat(note.html()).contains("<a href=\"" + site.jira() + "/browse/" + linked.issue() + "?focusedCommentId=");
    }

    private String noteOf(String wiki) {
        return note(comment(wiki)).html();
    }

    private LinkedIssue comment(String wiki) {
        LinkedIssue linked = scene.linkedIssue("Rendering");
        scene.as(Account.DEVELOPER).http().post("/rest/api/2/issue/" + linked.issue() + "/comment", Map.of("body", wiki)).expect(201);
        return linked;
    }

    private Note note(LinkedIssue linked) {
        await("the comment's note").atMost(Scene.PATIENCE).until(() -> !commented(linked).isEmpty());
        return commented(linked).get(0);
    }

    private List<Note> commented(LinkedIssue linked) {
        return scene.intercom().notesIn(linked.conversation()).stream().filter(note -> note.text().contains(" commented on ")).toList();
    }
}
