package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Http;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding issues by their conversations in Jira's issue list, and the two columns there and on the issue. */
@InBrowser
class IssueListTest {
    private static final String PLUGIN = "org.intercomjira.intercom-for-jira:";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;
    private String ids;
    private String count;
    private String first;
    private String second;
    private String conversation;
    private String another;

    IssueListTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    /** One issue with a conversation, one with that and another. */
    @BeforeEach
    void link() {
        ids = site.as(Account.ADMIN).field("Linked Intercom conversation IDs", PLUGIN + "linked-conversation-ids");
        count = site.as(Account.ADMIN).field("Number of linked Intercom conversations", PLUGIN + "linked-conversation-count");
        Jira developer = site.as(Account.DEVELOPER);
        first = developer.createIssue("DEMO", "Voucher is refused at the checkout");
        second = developer.createIssue("DEMO", "Vouchers are taken off twice");
        conversation = intercom.newConversation(Teammate.JIRA_APP, "My voucher does not work", "It says it is used.");
        another = intercom.newConversation(Teammate.JIRA_APP, "Total too low", "I pay nothing at all?");
        developer.plugin().link(first, conversation).expect(201);
        developer.plugin().link(second, conversation).expect(201);
        developer.plugin().link(second, another).expect(201);
    }

    @Test
    void aDeveloperSortsIssuesByTheirNumberOfConversationsAndSeesBothColumns() {
        openTheList(Account.DEVELOPER);
        search("key in (" + first + ", " + second + ") AND linkedIntercomConversationCount > 0 ORDER BY linkedIntercomConversationCount DESC");
        assertThat(rows().locator(".issuekey")).hasText(new String[] {second, first});
        assertThat(rows().locator("." + count)).hasText(new String[] {"2", "1"});
        assertThat(rows().locator("." + ids).nth(1)).hasText(conversation);
        assertThat(rows().locator("." + ids).nth(0)).containsText(conversation);
        assertThat(rows().locator("." + ids).nth(0)).containsText(another);
        person.picture("issue-list");
        assertThat(Axe.graveFaults(person.page(), "#content")).isEmpty();
        person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(second).setExact(true)).click();
        assertThat(person.page().locator("#" + count + "-val")).hasText("2");
        assertThat(person.page().locator("#" + ids + "-val")).containsText(another);
    }

    @Test
    void theListExplainsWhatIsWrongWithAFunctionsArguments() {
        openTheList(Account.VIEWER);
        search("issue in issuesLinkedToIntercomConversation(\"<b>hello</b>\")");
        assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("\"<b>hello</b>\" is not the id of an Intercom conversation");
        assertThat(rows()).hasCount(0);
    }

    @Test
    void outsidersFindNoneOfTheIssuesAndAnonymousPeopleAreToldToLogIn() {
        openTheList(Account.OUTSIDER);
        search("issue in issuesLinkedToIntercomConversation(\"" + conversation + "\")");
        assertThat(person.page().locator(".no-results")).isVisible();
        search("linkedIntercomConversationId = \"" + conversation + "\"");
        assertThat(person.page().locator(".no-results")).isVisible();
        person.close();
        person = Person.anonymous(site, windows).open("/issues/?jql=" + Http.encoded("issue in issuesWithIntercomConversations()"));
        assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("Log in to Jira first");
        assertThat(rows()).hasCount(0);
    }

    private void openTheList(Account account) {
        person = Person.loggedIn(site, windows, account);
        person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Issues").setExact(true)).first().click();
    }

    private void search(String jql) {
        person.page().getByLabel("JQL").fill(jql);
        person.button("Search").click();
        assertThat(person.page().getByLabel("JQL")).hasValue(jql);
    }

    private Locator rows() {
        return person.page().locator("#issuetable .issuerow");
    }
}
