package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Json;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** A Jira administrator looks after connections, deliveries and the key. */
@InBrowser
class AdministrationStoryTest {
    private final Site shared;
    private final Windows windows;
    private Person person;

    AdministrationStoryTest(Site shared, Windows windows) {
        this.shared = shared;
        this.windows = windows;
    }

    @Test
    void connectionsAreListedAndFound() {
        shared.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        shared.browserOf(Account.ADMIN).connect("OPS", Teammate.JIRA_APP).expect(200);
        openThePage(shared);
        Locator rows = person.page().locator("#intercom-connections tbody tr:visible");
        assertThat(rows).hasCount(2);
        person.page().getByLabel("Find a connection").fill("demo acme");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("Acme Support");
        person.page().getByLabel("Find a connection").fill("nothing like this");
        assertThat(person.page().locator("#intercom-no-such-connection")).hasText("No connection has these words.");
        person.page().getByLabel("Find a connection").fill("demo");
        rows.getByRole(AriaRole.LINK).click();
        assertThat(person.page().locator("#intercom-connection")).isVisible();
        shared.as(Account.ADMIN).plugin().revoke("OPS").expect(204);
    }

    @Test
    void thePageFitsANarrowWindow() {
        shared.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        openThePage(shared);
        person.narrow();
        person.picture("administration-narrow");
        assertThat(person.page().evaluate("() => document.documentElement.scrollWidth > innerWidth")).as("the page has to be scrolled sideways").isEqualTo(false);
        assertThat(Axe.graveFaults(person.page(), "#intercom-admin-form, #intercom-connections-section, #intercom-deliveries")).isEmpty();
    }

    @Test
    void failedNotesAreSentAgainOrDiscarded() {
        SimulatedIntercom intercom = shared.simulator();
        shared.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        String again = linkedConversation("Send me again");
        String discarded = linkedConversation("Discard me");
        await().atMost(Person.PATIENCE).until(() -> failedOf(again) == 1 && failedOf(discarded) == 1);
        intercom.recover();
        openThePage(shared);
        person.page().getByLabel("Show").selectOption("failed");
        assertThat(rowOf(discarded)).containsText("The app user may not do this in Intercom");
        person.pictureOf(person.page().locator("#intercom-deliveries"), "administration-deliveries");
        rowOf(discarded).getByText("Discard").click();
        assertThat(person.page().locator("#intercom-confirm-text")).containsText("will never be sent");
        person.page().locator("#intercom-confirm-yes").click();
        assertThat(rowOf(discarded)).hasCount(0);
        assertThat(person.page().locator("#intercom-confirm-dialog")).isHidden();
        rowOf(again).getByText("Send again").click();
        assertThat(rowOf(again)).hasCount(0);
        await().atMost(Person.PATIENCE).until(() -> !intercom.notesIn(again).isEmpty());
        assertThat(intercom.notesIn(discarded)).isEmpty();
    }

    @Test
    void allThatFailedOfAReasonIsSentAgain() {
        SimulatedIntercom intercom = shared.simulator();
        shared.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        List<String> conversations = Stream.of("One", "Two").map(this::linkedConversation).toList();
        await().atMost(Person.PATIENCE).until(() -> conversations.stream().allMatch(conversation -> failedOf(conversation) == 1));
        intercom.recover();
        openThePage(shared);
        Locator reason = person.page().locator("#intercom-delivery-reasons tbody tr").filter(new Locator.FilterOptions().setHasText("The app user may not do this"));
        reason.getByText("Send all again").click();
        person.page().locator("#intercom-confirm-yes").click();
        assertThat(reason).hasCount(0);
        await().atMost(Person.PATIENCE).until(() -> conversations.stream().noneMatch(conversation -> intercom.notesIn(conversation).isEmpty()));
    }

    /** Its key file is deleted, so this Jira is one of its own. */
    @Test
    void afterTheKeyWasLostAnAdministratorStartsWithANewOne() throws IOException {
        try (IntercomProcess intercom = IntercomProcess.start(); JiraProcess jira = JiraProcess.started(intercom.address())) {
            Site site = new Site(jira.address(), intercom.address());
            IntercomApp.introduceTo(site);
            site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
            jira.stop();
            Files.delete(keyIn(jira.home()));
            jira.start();
            assertThat(reasonOfDemo(site)).isEqualTo("vault.key_missing");

            openThePage(site);
            person.button("Start with a new key").click();
            person.button("Cancel").click();
            assertThat(reasonOfDemo(site)).isEqualTo("vault.key_missing");
            person.button("Start with a new key").click();
            person.page().locator("#intercom-confirm-yes").click();
            assertThat(person.page().locator("#intercom-vault")).hasCount(0);
            assertThat(person.page().locator("#intercom-client-secret-hint")).containsText("never shown again");
            assertThat(person.page().locator("#intercom-connections")).containsText("started with a new key");
            assertThat(reasonOfDemo(site)).isEqualTo("vault_renewed");

            IntercomApp.introduceTo(site);
            site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
            assertThat(site.as(Account.PROJECT_ADMIN).plugin().connection("DEMO").json().get("state").getAsString()).isEqualTo("connected");
        }
    }

    private static Path keyIn(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.endsWith("intercom-for-jira.key")).findFirst().orElseThrow();
        }
    }

    private static String reasonOfDemo(Site site) {
        return site.as(Account.PROJECT_ADMIN).plugin().connection("DEMO").expect(200).json().get("stateReason").getAsString();
    }

    /** A conversation about a new issue that has been moved while Intercom takes no notes. */
    private String linkedConversation(String summary) {
        Jira developer = shared.as(Account.DEVELOPER);
        shared.simulator().refuseNotes();
        String issue = developer.createIssue("DEMO", summary);
        String conversation = shared.simulator().newConversation(Teammate.JIRA_APP, summary, "It is about: " + summary);
        QuietLink.between(shared, issue, conversation);
        developer.transition(issue, Jira.IN_PROGRESS);
        return conversation;
    }

    private long failedOf(String conversation) {
        return Json.list(shared.as(Account.ADMIN).plugin().failedDeliveries().expect(200).json().getAsJsonArray("deliveries")).stream()
                .map(JsonElement::getAsJsonObject).filter(delivery -> delivery.get("conversationId").getAsString().equals(conversation)).count();
    }

    private Locator rowOf(String conversation) {
        return person.page().locator("#intercom-delivery-list tbody tr").filter(new Locator.FilterOptions().setHasText(conversation));
    }

    private void openThePage(Site site) {
        person = Person.loggedIn(site, windows, Account.ADMIN);
        person.open("/plugins/servlet/intercom/admin");
        person.page().getByLabel("Password").fill(Account.ADMIN.password());
        person.button("Confirm").click();
        assertThat(person.page().locator("#intercom-connections")).hasAttribute("aria-busy", "false");
        assertThat(person.page().locator("#intercom-deliveries")).hasAttribute("aria-busy", "false");
    }
}
