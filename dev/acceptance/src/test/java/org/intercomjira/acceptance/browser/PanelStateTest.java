package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the panel says of the connection and of people without a name, and what the settings say of fields: I5, I6, I7, V4. */
@InBrowser
class PanelStateTest {
    private static final String SETTINGS = "Open the Intercom settings";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;
    private String issue;
    private String conversation;

    PanelStateTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void link() {
        intercom.recover();
        connect();
        issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Somebody asks");
        JsonObject wishes = new JsonObject();
        wishes.addProperty("title", "A question");
        wishes.add("contact", JsonParser.parseString("{\"role\":\"lead\"}"));
        conversation = intercom.newConversation(wishes);
        site.as(Account.DEVELOPER).plugin().link(issue, conversation).expect(201);
    }

    @AfterEach
    void reconnect() {
        connect();
    }

    @Test
    void aLeadWithoutANameIsCalledByTheEndOfTheIdAndTheHeadingCounts() {
        open(Account.VIEWER);
        String id = intercom.contactOf(conversation);
        assertThat(person.card(conversation)).containsText("#" + id.substring(id.length() - 5));
        assertThat(person.card(conversation)).containsText("Lead");
        assertThat(person.page().locator(".intercom-count")).hasText("1");
        assertThat(person.card(conversation).locator("a[href='" + intercom.pageOf(Teammate.JIRA_APP, conversation) + "']")).hasCount(1);
    }

    @Test
    void aProjectThatIsNotConnectedSaysSoWithAWayToMendItForItsAdministratorsOnly() {
        site.as(Account.PROJECT_ADMIN).plugin().revoke("DEMO").expect(204);
        open(Account.DEVELOPER);
        assertThat(person.panel()).containsText("This project is not connected to Intercom.");
        assertThat(person.panel().getByText(SETTINGS)).hasCount(0);
        assertThat(person.card(conversation)).hasCount(1);
        assertThat(Axe.graveFaults(person.page(), ".intercom-conversations")).isEmpty();
        person.close();
        open(Account.PROJECT_ADMIN);
        person.panel().getByText(SETTINGS).click();
        assertThat(person.page().locator("#intercom-state")).containsText(Pattern.compile("not connected", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void aBrokenConnectionIsToldWithAWayToMendItForAdministratorsOnly() {
        intercom.revokeTokensOf(Teammate.JIRA_APP);
        site.as(Account.DEVELOPER).plugin().send("GET", "/conversations?projectKey=DEMO&query=anything", "");
        open(Account.VIEWER);
        assertThat(person.panel()).containsText("The connection of this project to Intercom is broken.");
        assertThat(person.panel().getByText(SETTINGS)).hasCount(0);
        person.close();
        open(Account.PROJECT_ADMIN);
        assertThat(person.panel().getByText(SETTINGS)).hasCount(1);
        assertThat(Axe.graveFaults(person.page(), ".intercom-conversations")).isEmpty();
    }

    @Test
    void theFieldsSayThatTheyAreNoAccessControl() {
        person = Person.loggedIn(site, windows, Account.PROJECT_ADMIN);
        person.openIntegrationSettings("DEMO");
        Locator fields = person.page().locator("#intercom-fields");
        assertThat(fields).containsText("It is no access control");
    }

    private void open(Account account) {
        person = Person.loggedIn(site, windows, account);
        person.openIssue(issue);
        assertThat(person.panel()).isVisible();
    }

    private void connect() {
        String state = site.as(Account.PROJECT_ADMIN).plugin().connection("DEMO").expect(200).json().get("state").getAsString();
        if (!state.equals("connected")) {
            site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        }
    }
}
