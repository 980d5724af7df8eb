package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The report of a project in a browser. */
@InBrowser
class ReportPageTest {
    private static final String SUMMARY = "<img src=x onerror=alert(1)> is charged twice";
    private static final String SUBJECT = "Paid 2 & got 1 \"times\" charged";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;
    private String issue;

    ReportPageTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void linkAConversation() {
        intercom.recover();
        if (site.as(Account.PROJECT_ADMIN).plugin().connection("DEMO").expect(200).json().get("state").getAsString().equals("not_connected")) {
            site.browserOf(Account.PROJECT_ADMIN).connect("DEMO", Teammate.JIRA_APP).expect(200);
        }
        issue = linked("Gift wrapping is charged twice", "Checkout total is wrong");
    }

    private String linked(String summary, String subject) {
        Jira developer = site.as(Account.DEVELOPER);
        String made = developer.createIssue("DEMO", summary);
        developer.plugin().link(made, intercom.newConversation(Teammate.JIRA_APP, subject, "Twice?")).expect(201);
        return made;
    }

    @Test
    void aViewerFindsTheReportInTheSidebarAndReadsItsNumbers() {
        openTheReport(Account.VIEWER);
        assertThat(section("Newest links").locator("tbody tr").first()).containsText("Gift wrapping is charged twice");
        assertThat(section("Newest links").locator("tbody tr").first()).containsText("Checkout total is wrong");
        assertThat(section("Conversations by state").getByRole(AriaRole.ROWHEADER, new Locator.GetByRoleOptions().setName("Open"))).isVisible();
        assertThat(section("Issues by number of linked conversations").locator(".intercom-bar").first()).isVisible();
        person.picture("project-report");
        assertThat(Axe.graveFaults(person.page(), "#intercom-report")).isEmpty();
    }

    @Test
    void summaryAndSubjectAreText() {
        linked(SUMMARY, SUBJECT);
        openTheReport(Account.VIEWER);
        assertThat(section("Newest links").locator("tbody tr").first()).containsText(SUMMARY);
        assertThat(section("Newest links").locator("tbody tr").first()).containsText(SUBJECT);
        assertThat(person.page().locator(".intercom-report img, .intercom-report script")).hasCount(0);
    }

    @Test
    void theFileIsDownloadedUnderTheProjectsNameAndThePageFitsANarrowWindow() throws IOException {
        openTheReport(Account.VIEWER);
        Download download = person.page().waitForDownload(() -> person.page().getByText("Export as CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("intercom-DEMO.csv");
        assertThat(Files.readString(download.path())).startsWith("\uFEFFIssue,").contains(issue);
        inANarrowWindowThePageItselfDoesNotScrollSideways();
        assertThat(Axe.graveFaults(person.page(), "#intercom-report")).isEmpty();
    }

    private void inANarrowWindowThePageItselfDoesNotScrollSideways() {
        person.page().setViewportSize(380, 800);
        Object width = person.page().evaluate("document.getElementById('intercom-report').scrollWidth <= document.documentElement.clientWidth");
        assertThat(width).isEqualTo(true);
    }

    private void openTheReport(Account account) {
        person = Person.loggedIn(site, windows, account);
        person.open("/projects/DEMO/issues");
        person.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Intercom report")).click();
        assertThat(person.page().locator("#intercom-report[aria-busy=false]")).isVisible();
    }

    private Locator section(String title) {
        return person.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }
}
