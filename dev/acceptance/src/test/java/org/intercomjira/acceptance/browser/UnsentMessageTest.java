package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote to a conversation and what has not arrived: K2. */
@InBrowser
class UnsentMessageTest {
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;
    private String issue;
    private String conversation;

    UnsentMessageTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void link() {
        issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Nothing arrives");
        conversation = intercom.newConversation(Teammate.JIRA_APP, "Hello?", "Is anybody there?");
        QuietLink.between(site, issue, conversation);
    }

    @Test
    void whatCannotBeSentYetWaitsAndSaysSoUntilIntercomIsBack() {
        open(Account.DEVELOPER);
        intercom.failOnNotes();
        write("Wait for me");
        assertThat(unsent("waiting")).containsText("Being sent");
        assertThat(unsent("waiting")).containsText("Wait for me");
        assertThat(unsent("waiting").locator(".intercom-retry, .intercom-discard")).hasCount(0);
        intercom.recover();
        await().atMost(Person.PATIENCE).until(() -> intercom.notesIn(conversation).size() == 1);
        person.page().reload();
        assertThat(person.card(conversation)).isVisible();
        assertThat(unsent("waiting")).hasCount(0);
    }

    @Test
    void whatWasRefusedCanBeDiscardedAndIsNeverSent() {
        intercom.refuseNotes();
        open(Account.DEVELOPER);
        write("Better not");
        unsent("failed").locator(".intercom-discard").click();
        assertThat(unsent("failed")).hasCount(0);
        intercom.recover();
        site.as(Account.DEVELOPER).transition(issue, Jira.DONE);
        await().atMost(Person.PATIENCE).until(() -> intercom.notesIn(conversation).size() == 1);
        assertThat(intercom.notesIn(conversation)).noneMatch(note -> note.text().contains("Better not"));
    }

    @Test
    void whoMayOnlyLookSeesThatSomethingWaitsAndHasNoButtons() {
        intercom.refuseNotes();
        open(Account.DEVELOPER);
        write("Looked at by others");
        assertThat(unsent("failed")).containsText("Dev Patel");
        person.close();
        open(Account.VIEWER);
        assertThat(unsent("failed")).containsText("Not sent");
        assertThat(person.panel().locator(".intercom-retry, .intercom-discard, .intercom-write, .intercom-unlink")).hasCount(0);
        assertThat(person.button("Link conversation")).hasCount(0);
    }

    private Locator unsent(String state) {
        return person.card(conversation).locator(".intercom-unsent-part[data-state=" + state + "]");
    }

    private void write(String text) {
        person.card(conversation).locator(".intercom-write").click();
        person.dialog().getByLabel("Text").fill(text);
        person.button("Send").click();
    }

    private void open(Account account) {
        person = Person.loggedIn(site, windows, account);
        person.openIssue(issue).awaitRead(conversation);
    }
}
