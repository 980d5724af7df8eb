package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** Texts that try to act, wherever other people's texts are shown: none runs, none brings an element with it. */
@InBrowser
class HostileTextTest {
    private static final int MANY = 200;
    /** A project shows at most 50 fields. */
    private static final int EVERY = 6;
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private final List<String> hostile = HostileTexts.all();

    HostileTextTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(hostile).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(MANY);
    }

    @Test
    void noTextRunsOrBringsElementsIntoPanelDialogsSettingsOrInbox() {
        intercom.recover();
        site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        Jira developer = site.as(Account.DEVELOPER);
        showHostileAttributes();
        String issue = developer.createIssue("DEMO", hostile.get(0));
        String full = conversationWithEverything();
        QuietLink.between(site, issue, full);
        List<String> conversations = IntStream.range(0, hostile.size()).mapToObj(this::conversationAbout).toList();
        conversations.forEach(each -> developer.plugin().link(issue, each).expect(201));
        await().atMost(Person.PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> isFresh(developer, issue));
        try (Person person = Person.loggedIn(site, windows, Account.PROJECT_ADMIN)) {
            HostileTexts.watch(person);
            panelAndDialogs(person, issue, full);
            person.openIntegrationSettings("DEMO");
            assertThat(person.page().locator("#intercom-fields")).hasAttribute("aria-busy", "false");
            HostileTexts.expectNothing(person.page(), "#intercom-settings", "#intercom-connection");
            notesInTheInbox(person, developer);
        } finally {
            site.as(Account.PROJECT_ADMIN).plugin().send("PUT", "/projects/DEMO/settings", visible(List.of("email", "phone", "created_at"))).expect(200);
        }
    }

    private void panelAndDialogs(Person person, String issue, String full) {
        person.openIssue(issue);
        assertThat(person.panel().locator(".intercom-card")).hasCount(hostile.size() + 1);
        person.page().evaluate("() => document.querySelectorAll('.intercom-details').forEach(each => { each.open = true; })");
        assertThat(person.card(full).locator("dd")).hasCount(names().size());
        HostileTexts.expectNothing(person.page(), ".intercom-conversations");
        person.card(full).locator(".intercom-view").click();
        assertThat(person.dialog().locator(".intercom-thread[aria-busy=false] > li")).hasCount(hostile.size() + 1);
        assertThat(person.dialog().locator(".intercom-files li")).hasCount(hostile.size());
        HostileTexts.expectNothing(person.page(), ".intercom-dialog");
        person.page().keyboard().press("Escape");
        person.button("Link conversation").click();
        person.page().getByLabel("Address, id, or words to search for").fill("hostile@example.org");
        person.page().keyboard().press("Enter");
        assertThat(person.dialog().locator(".intercom-result")).hasCount(20);
        HostileTexts.expectNothing(person.page(), ".intercom-dialog");
        person.page().keyboard().press("Escape");
    }

    /** Every seventh summary: each costs a change of an issue. */
    private void notesInTheInbox(Person person, Jira developer) {
        String conversation = intercom.newConversation(Teammate.JIRA_APP, "All about summaries", "Please tell me.");
        List<String> summaries = IntStream.range(0, hostile.size()).filter(i -> i % 7 == 0).mapToObj(hostile::get).toList();
        for (String summary : summaries) {
            String issue = developer.createIssue("DEMO", summary);
            developer.plugin().link(issue, conversation).expect(201);
            developer.transition(issue, Jira.DONE);
        }
        await().atMost(Person.PATIENCE).until(() -> intercom.notesIn(conversation).stream().filter(note -> note.text().contains(" moved ")).count() == summaries.size());
        assertThat(intercom.notesIn(conversation)).allSatisfy(note -> assertThat(note.html().replaceAll("</?(p|br|b|i|a|ul|ol|li)( href=\"https?://[^\"]*\")?/?>", ""))
                .doesNotContain("<"));
        person.page().navigate(intercom.pageOf(Teammate.JIRA_APP, conversation));
        assertThat(person.page().locator("#messages li[data-type=note]")).hasCount(intercom.notesIn(conversation).size());
        HostileTexts.expectNothing(person.page(), "#messages");
    }

    private boolean isFresh(Jira developer, String issue) {
        JsonArray links = developer.plugin().links(issue).expect(200).json().getAsJsonArray("links");
        boolean stale = links.asList().stream().anyMatch(link -> link.getAsJsonObject().get("stale").getAsBoolean());
        if (stale) {
            developer.plugin().send("POST", "/issues/" + issue + "/links/refresh", "{}").expect(202);
        }
        return !stale;
    }

    private String conversationAbout(int index) {
        JsonObject contact = new JsonObject();
        contact.addProperty("name", hostile.get((index + 1) % hostile.size()));
        contact.addProperty("email", "hostile@example.org");
        contact.add("custom_attributes", attributes(index % EVERY));
        JsonObject wishes = new JsonObject();
        wishes.addProperty(index % 2 == 0 ? "title" : "subject", hostile.get(index));
        wishes.addProperty("html", hostile.get((index + 2) % hostile.size()));
        wishes.add("contact", contact);
        return intercom.newConversation(wishes);
    }

    /** What attributes are called. */
    private List<String> names() {
        return IntStream.range(0, hostile.size()).filter(i -> i % EVERY == 0).mapToObj(hostile::get).toList();
    }

    /** Values for these names; over all the turns every text is one. */
    private JsonObject attributes(int turn) {
        JsonObject attributes = new JsonObject();
        for (int i = 0; i < names().size(); i++) {
            attributes.addProperty(names().get(i), hostile.get((i * EVERY + turn) % hostile.size()));
        }
        return attributes;
    }

    /** Every text as the name of a file and as a message. */
    private String conversationWithEverything() {
        JsonArray files = new JsonArray();
        for (String text : hostile) {
            JsonObject file = new JsonObject();
            file.addProperty("name", text);
            file.addProperty("url", "https://files.example/" + files.size());
            files.add(file);
        }
        JsonObject acting = files.get(0).getAsJsonObject().deepCopy();
        acting.addProperty("url", "javascript:alert(1)");
        files.add(acting);
        JsonObject contact = new JsonObject();
        contact.addProperty("name", hostile.get(0));
        contact.add("custom_attributes", attributes(0));
        JsonObject wishes = new JsonObject();
        wishes.addProperty("title", hostile.get(0));
        wishes.add("contact", contact);
        wishes.add("attachments", files);
        String made = intercom.newConversation(wishes);
        for (String text : hostile) {
            JsonObject reply = new JsonObject();
            reply.addProperty("customerReplyHtml", "<p>" + text + "</p>");
            intercom.change(made, reply);
        }
        return made;
    }

    private void showHostileAttributes() {
        site.as(Account.PROJECT_ADMIN).plugin().send("PUT", "/projects/DEMO/settings",
                visible(names().stream().map(text -> "custom_attributes." + text).toList())).expect(200);
    }

    private static String visible(List<String> names) {
        JsonArray list = new JsonArray();
        names.forEach(name -> list.add(new JsonPrimitive(name)));
        JsonObject fields = new JsonObject();
        fields.add("user", list);
        JsonObject panel = new JsonObject();
        panel.add("visibleFields", fields);
        JsonObject settings = new JsonObject();
        settings.add("intercomIssuePanel", panel);
        return settings.toString();
    }
}
