package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of which nothing can be seen: what they name goes by other words, so that it can be read, heard and pointed at. */
@InBrowser
class InvisibleNameTest {
    private static final String WORD = "invisible-name-";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;

    InvisibleNameTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void logIn() {
        person = Person.loggedIn(site, windows, Account.PROJECT_ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u200B\u2060", "\u3164", "\u2800 \u2800", "\u202E\u2069", "\uFE0F"})
    void whatHasAnInvisibleNameGoesByOtherWords(String nothing) {
        String email = WORD + Integer.toHexString(nothing.hashCode()) + "@example.org";
        String conversation = intercom.newConversation(wishes(nothing, email));
        String named = "Conversation " + conversation;
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Who is that?");
        QuietLink.between(site, issue, conversation);
        panelAndThread(issue, conversation, named);
        find(conversation, email, named);
        report(conversation, issue, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\u3164"})
    void aNoteTellsOfAnInvisibleSummaryAndAnInvisiblePersonInWords(String nothing) {
        String conversation = intercom.newConversation(Teammate.JIRA_APP, "A question", "Who is that?");
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", nothing);
        String user = "invisible-" + issue.toLowerCase();
        site.as(Account.ADMIN).newDeveloper(user, nothing);
        site.as(user).plugin().link(issue, conversation).expect(201);
        await().atMost(Person.PATIENCE).until(() -> intercom.notesIn(conversation).size() == 1);
        assertThat(intercom.notesIn(conversation).get(0).text()).isEqualTo("Somebody linked this conversation to " + issue + ": (no summary)");
        person.open("/plugins/servlet/intercom/report?projectKey=DEMO");
        Locator row = person.page().locator("#intercom-report[aria-busy=false] tr").filter(new Locator.FilterOptions().setHasText("A question")).first();
        assertThat(row).containsText(issue + " (no summary)");
        assertThat(row).containsText("JIRAUSER");
    }

    @Test
    void whatCannotBeSeenIsNotSent() {
        String conversation = intercom.newConversation(Teammate.JIRA_APP, "A question", "Who is that?");
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Nothing to say");
        QuietLink.between(site, issue, conversation);
        String path = "/issues/" + issue + "/conversations/" + conversation + "/parts";
        assertThat(site.as(Account.DEVELOPER).plugin().send("POST", path, "{\"type\":\"note\",\"body\":\"\u200b \u3164\"}").expect(422).json().get("code").getAsString())
                .isEqualTo("part.empty");
    }

    private void panelAndThread(String issue, String conversation, String named) {
        person.openIssue(issue).awaitRead(conversation);
        Locator card = person.card(conversation);
        assertThat(card.locator(".intercom-subject")).hasText(named);
        assertThat(card).containsText("without a name");
        graveFaultsOf(".intercom-conversations");
        card.locator(".intercom-view").click();
        assertThat(person.dialog().locator(".intercom-thread[aria-busy=false] > li")).hasCount(1);
        assertThat(person.dialog().locator("h2")).hasText(named);
        assertThat(person.dialog().locator(".intercom-files a")).hasText("file");
        assertThat(person.dialog().locator(".intercom-message a")).hasText("https://example.org/here");
        assertThat(person.dialog().locator(".intercom-author")).hasText("Customer");
        graveFaultsOf(".intercom-dialog");
        person.page().keyboard().press("Escape");
    }

    private void find(String conversation, String email, String named) {
        person.button("Link conversation").click();
        person.page().getByLabel("Address, id, or words to search for").fill(email);
        person.page().keyboard().press("Enter");
        assertThat(person.dialog().locator("[data-conversation-id='" + conversation + "'] .intercom-subject")).hasText(named);
        graveFaultsOf(".intercom-dialog");
        person.page().keyboard().press("Escape");
    }

    private void report(String conversation, String issue, String named) {
        person.open("/plugins/servlet/intercom/report?projectKey=DEMO");
        assertThat(person.page().locator("#intercom-report[aria-busy=false] a[href$='/" + conversation + "']")).hasText(named);
        assertThat(person.page().locator("#intercom-report").getByText(issue).first()).isVisible();
        graveFaultsOf("#intercom-report");
    }

    private void graveFaultsOf(String part) {
        assertThat((List<?>) Axe.graveFaults(person.page(), part)).isEmpty();
    }

    private static JsonObject wishes(String nothing, String email) {
        JsonObject wishes = JsonParser.parseString("{\"contact\":{\"role\":\"user\"},\"attachments\":[{\"url\":\"https://files.example/1\"}]}").getAsJsonObject();
        wishes.addProperty("title", nothing);
        wishes.addProperty("html", "<p><a href=\"https://example.org/here\">" + nothing + "</a></p>");
        wishes.getAsJsonObject("contact").addProperty("name", nothing);
        wishes.getAsJsonObject("contact").addProperty("email", email);
        wishes.getAsJsonArray("attachments").get(0).getAsJsonObject().addProperty("name", nothing);
        return wishes;
    }
}
