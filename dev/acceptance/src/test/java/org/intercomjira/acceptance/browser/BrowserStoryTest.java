package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Promptness;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Folders;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job in a browser, as the guide tells it. */
@InBrowser
class BrowserStoryTest {
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;

    BrowserStoryTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void startWithoutAConnection() {
        intercom.recover();
        IntercomPlugin plugin = site.as(Account.PROJECT_ADMIN).plugin();
        if (!plugin.connection("DEMO").expect(200).json().get("state").getAsString().equals("not_connected")) {
            plugin.revoke("DEMO").expect(204);
        }
    }

    @Test
    void aProjectIsConnectedAConversationLinkedAnIssueMovedAndTheNoteIsInTheInbox() {
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Gift wrapping is charged twice");
        String conversation = intercom.newConversation(Teammate.JIRA_APP, "Checkout total is wrong",
                "Hi, the gift wrapping of my order was charged twice. Can you look into it?");
        logIn(Account.PROJECT_ADMIN);
        connectInTheProjectSettings();
        linkByAddress(issue, conversation);
        seeTheNoteArrive(issue, conversation);
        revoke();
        reconnectToTheSameWorkspace(issue, conversation);
        reconnectToAnotherWorkspace(issue, conversation);
    }

    private void connectInTheProjectSettings() {
        person.openIntegrationSettings("DEMO");
        assertThat(person.page().locator("#intercom-state")).containsText("Not connected", new ContainsTextOptions().setIgnoreCase(true));
        person.picture("project-settings-not-connected");
        person.connect(Teammate.JIRA_APP.workspace(), Teammate.JIRA_APP.id()).picture("intercom-consent");
        person.allow();
        assertThat(person.page().locator("#intercom-state")).containsText("Connected");
        assertThat(person.page().locator("#intercom-connection")).containsText("Acme Support");
        assertThat(person.page().locator(".intercom-app-user")).containsText("Jira app");
        person.picture("project-settings-connected");
    }

    private void linkByAddress(String issue, String conversation) {
        person.openIssue(issue);
        assertThat(person.panel()).containsText("No conversation is linked");
        person.button("Link conversation").click();
        person.page().getByLabel("Address, id, or words to search for").fill(intercom.pageOf(Teammate.JIRA_APP, conversation));
        person.button("Link").click();
        assertThat(person.card(conversation)).containsText("Checkout total is wrong");
        person.picture("issue-panel");
    }

    /** The Inbox is open in a second tab, as at a teammate's desk; it shows news by itself. */
    private void seeTheNoteArrive(String issue, String conversation) {
        Page inbox = person.page().context().newPage();
        inbox.navigate(intercom.pageOf(Teammate.JIRA_APP, conversation));
        assertThat(inbox.locator("#title")).containsText("Checkout total is wrong");
        person.page().bringToFront();
        person.move("Done", "Done");
        var note = inbox.locator("#messages li[data-type=note]").filter(new Locator.FilterOptions().setHasText("moved " + issue));
        assertThat(note).containsText("from To Do to Done");
        assertThat(note.locator(".author")).hasText("Jira app");
        person.picture("issue-moved");
        inbox.bringToFront();
        inbox.screenshot(new Page.ScreenshotOptions().setPath(Folders.images().resolve("intercom-note.png")));
        inbox.close();
    }

    private void revoke() {
        person.openIntegrationSettings("DEMO");
        person.page().locator("#intercom-connection-menu-trigger").click();
        person.page().getByText("Revoke connection").first().click();
        assertThat(person.page().locator("#intercom-revoke-dialog")).isVisible();
        person.picture("project-settings-revoke");
        person.page().locator("#intercom-revoke-confirm").click();
        assertThat(person.page().locator("#intercom-state")).containsText("Not connected", new ContainsTextOptions().setIgnoreCase(true));
    }

    private void reconnectToTheSameWorkspace(String issue, String conversation) {
        person.openIntegrationSettings("DEMO").connect(Teammate.JIRA_APP.workspace(), Teammate.JIRA_APP.id()).allow();
        person.openIssue(issue);
        assertThat(person.card(conversation)).containsText("Checkout total is wrong");
        assertThat(person.card(conversation)).hasAttribute("data-state", "ok");
        person.move("To Do", "To Do");
        await().atMost(Person.PATIENCE)
                .until(() -> intercom.notesIn(conversation).stream().anyMatch(note -> note.text().contains("from Done to To Do")));
        Promptness.mustBeKept(site, issue, conversation);
    }

    private void reconnectToAnotherWorkspace(String issue, String conversation) {
        revoke();
        person.openIntegrationSettings("DEMO").connect(Teammate.OF_THE_SECOND_WORKSPACE.workspace(), Teammate.OF_THE_SECOND_WORKSPACE.id()).allow();
        assertThat(person.page().locator("#intercom-connection")).containsText("Second Workspace");
        assertThat(person.page().locator("#intercom-other-links")).isVisible();
        person.openIssue(issue);
        assertThat(person.card(conversation)).containsText("Acme Support");
        person.picture("issue-panel-other-workspace");
    }

    @Test
    void aViewerSeesTheLinksButCannotLink() {
        site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        Jira developer = site.as(Account.DEVELOPER);
        String issue = developer.createIssue("DEMO", "Only for looking");
        String conversation = intercom.newConversation(Teammate.JIRA_APP, "Where is my parcel?", "It should have been here on Monday.");
        developer.plugin().link(issue, conversation).expect(201);
        logIn(Account.VIEWER);
        person.openIssue(issue);
        assertThat(person.card(conversation)).containsText("Where is my parcel?");
        assertThat(person.button("Link conversation")).hasCount(0);
        assertThat(person.button("Unlink")).hasCount(0);
    }

    @Test
    void theGlobalPageAsksAnAdministratorForThePasswordAgainAndNeverShowsTheSecret() {
        site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        logIn(Account.ADMIN);
        person.open("/plugins/servlet/intercom/admin");
        person.page().getByLabel("Password").fill(Account.ADMIN.password());
        person.button("Confirm").click();
        assertThat(person.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Intercom integration"))).isVisible();
        assertThat(person.page().getByLabel("Client ID")).hasValue("demo-client");
        assertThat(person.page().getByLabel("Client secret")).hasValue("");
        person.picture("administration");
    }

    private void logIn(Account account) {
        person = Person.loggedIn(site, windows, account);
    }
}
