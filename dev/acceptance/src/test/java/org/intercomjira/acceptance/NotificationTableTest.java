package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.NotificationTable.Row;
import org.intercomjira.acceptance.NotificationTable.Sentence;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table in {@code docs/notifications.md}: the calls that Intercom gets, and the note as it keeps it. */
@ExtendWith(Servers.class)
class NotificationTableTest {
    private static final String SUMMARY = "Total is <wrong> & late";
    private final Site site;
    private final Scene scene;
    private final NotificationActions actions;
    private final NotificationSwitches switches;
    private final PostFunction function;

    NotificationTableTest(Site site) {
        this.site = site;
        this.scene = new Scene(site);
        this.actions = new NotificationActions(scene);
        this.switches = new NotificationSwitches(scene);
        this.function = new PostFunction(site);
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
        function.remove();
    }

    @AfterEach
    void restore() {
        function.remove();
        switches.restore();
    }

    static List<Row> rows() {
        return NotificationTable.rows();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachRowOfTheTableIsTrue(Row row) {
        LinkedIssue linked = prepare(row);

        actions.run(row.done(), linked);

        awaitCalls(linked, row.calls());
        assertThat(calls(linked)).isEqualTo(row.calls());
        List<Note> notes = scene.intercom().notesIn(linked.conversation());
        assertThat(notes.stream().map(note -> comparable(note.html())).toList()).isEqualTo(row.note().isEmpty() ? List.of() : List.of(expected(row, linked)));
        assertThat(notes).allSatisfy(note -> assertThat(note.authorId()).isEqualTo(Teammate.JIRA_APP.id()));
    }

    @Test
    void theTableIsNotEmpty() {
        assertThat(rows()).hasSizeGreaterThan(70);
        assertThat(NotificationTable.sentences()).hasSize(7);
    }

    private LinkedIssue prepare(Row row) {
        LinkedIssue linked = new LinkedIssue(scene.newIssue(SUMMARY), scene.newConversation("About the total"));
        actions.prepare(row.done(), linked.issue());
        switches.set(List.of("link notes off"));
        if (!row.done().equals("link")) {
            scene.link(linked.issue(), linked.conversation()).expect(201);
        }
        switches.set(row.settings());
        scene.intercom().set(linked.conversation(), row.conversation());
        if (row.hasFunction()) {
            function.add(row.function().equals("note and reopen"));
        }
        scene.awaitNothingWaiting();
        return linked;
    }

    private void awaitCalls(LinkedIssue linked, List<String> wanted) {
        await("calls for " + linked.issue()).atMost(Scene.PATIENCE).pollInterval(Duration.ofMillis(25))
                .until(() -> calls(linked).size() >= wanted.size());
        scene.awaitNothingWaiting();
    }

    /** What Intercom was asked to do with the conversation, in order. */
    private List<String> calls(LinkedIssue linked) {
        return scene.intercom().requests("/conversations/" + linked.conversation() + "/(reply|parts)$").stream().map(request -> {
            JsonObject body = JsonParser.parseString(request.get("body").getAsString()).getAsJsonObject();
            String type = body.get("message_type").getAsString();
            return type.equals("assignment") && body.get("assignee_id").getAsString().equals("0") ? "unassign" : type;
        }).toList();
    }

    private String expected(Row row, LinkedIssue linked) {
        Map<String, Sentence> sentences = NotificationTable.sentences();
        StringBuilder html = new StringBuilder("<p>").append(sentences.get(row.note().get(0)).first());
        row.note().stream().skip(1).forEach(word -> html.append("<br>").append(sentences.get(word).later()));
        String filled = html.append("</p>").toString().replace("{actor}", "<b>Dev Patel</b>")
                .replace("{issue}", "<a href=\"" + site.jira() + "/browse/" + linked.issue() + "\">" + linked.issue() + "</a>: <i>Total is &lt;wrong&gt; &amp; late</i>")
                .replace("{person}", "<b>" + (row.done().equals("remove the assignee") ? nameOf(Account.DEVELOPER) : nameOf(Account.PROJECT_ADMIN)) + "</b>")
                .replace("{other}", nameOf(Account.DEVELOPER));
        return filled + (row.note().contains("commented") ? "<p>It <b>works</b> now.</p>" : "");
    }

    private String nameOf(Account account) {
        return scene.as(account).http().get("/rest/api/2/myself").expect(200).json().get("displayName").getAsString();
    }

    /** Without the marker, whose id nobody knows beforehand, and without the line breaks that Intercom puts between blocks. */
    private static String comparable(String html) {
        return html.replaceAll("(\\?focusedCommentId=\\d+)?#(change|comment|link|unlink)-\\d+\"", "\"").replaceAll("\\s*\\n\\s*", "").replaceAll("\\s+</p>", "</p>");
    }
}
