package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** People in Jira whose display names try to act, as summaries and subjects in the report do: none runs on a page of ours, none brings an element with it. */
@InBrowser
class HostileNameTest {
    /** So many of the newest links the report shows. */
    private static final int SHOWN = 20;
    /** Where each text costs a page of its own. */
    private static final int EVERY = 20;
    private static final String NOTE = "{\"type\":\"note\",\"body\":\"What do you think?\"}";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private final List<String> names = HostileTexts.all();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    HostileNameTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @Test
    void theReportShowsNamesSummariesAndSubjectsAsText() {
        try (Person viewer = Person.loggedIn(site, windows, Account.VIEWER)) {
            HostileTexts.watch(viewer);
            for (int start = 0; start < names.size(); start += SHOWN) {
                List<String> some = names.subList(start, Math.min(names.size(), start + SHOWN));
                IntStream.range(0, some.size()).forEach(i -> linkBy("report" + i, some.get(i)));
                viewer.open("/plugins/servlet/intercom/report?projectKey=DEMO");
                assertThat(viewer.page().locator("#intercom-report[aria-busy=false]")).isVisible();
                assertThat(linkers(viewer).subList(0, some.size())).containsExactlyInAnyOrderElementsOf(some.stream().map(String::strip).toList());
                HostileTexts.expectNothing(viewer.page(), "#intercom-report");
            }
        }
    }

    @Test
    void panelAndInboxShowWhoWroteByName() {
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Everybody writes");
        List<String> writers = IntStream.range(0, names.size()).filter(i -> i % EVERY == 0).mapToObj(names::get).toList();
        List<String> conversations = writers.stream().map(name -> intercom.newConversation(Teammate.JIRA_APP, "Hello", "Can you help?")).toList();
        conversations.forEach(conversation -> QuietLink.between(site, issue, conversation));
        intercom.failOnNotes();
        IntStream.range(0, writers.size()).forEach(i -> {
            String user = user("writer" + i, writers.get(i));
            site.as(user).plugin().send("POST", "/issues/" + issue + "/conversations/" + conversations.get(i) + "/parts", NOTE).expect(202);
        });
        try (Person viewer = Person.loggedIn(site, windows, Account.VIEWER)) {
            HostileTexts.watch(viewer);
            viewer.openIssue(issue);
            assertThat(viewer.panel().locator(".intercom-card")).hasCount(writers.size());
            assertThat(viewer.panel()).containsText(writers.get(0).strip());
            HostileTexts.expectNothing(viewer.page(), ".intercom-conversations");
            intercom.recover();
            conversations.forEach(conversation -> awaitTheNoteIn(conversation));
            for (int i = 0; i < writers.size(); i++) {
                viewer.page().navigate(intercom.pageOf(Teammate.JIRA_APP, conversations.get(i)));
                assertThat(viewer.page().locator("#messages li[data-type=note]")).hasCount(1);
                HostileTexts.expectNothing(viewer.page(), "#messages");
            }
        }
    }

    @Test
    void theSettingsShowWhoConnectedByName() {
        try (Person admin = Person.loggedIn(site, windows, Account.PROJECT_ADMIN)) {
            HostileTexts.watch(admin);
            for (int i = 0; i < names.size(); i += EVERY) {
                site.as(Account.ADMIN).rename(Account.PROJECT_ADMIN, names.get(i));
                admin.openIntegrationSettings("DEMO");
                assertThat(admin.page().locator("#intercom-connection")).containsText(names.get(i).strip());
                HostileTexts.expectNothing(admin.page(), "#intercom-connection", "#intercom-settings");
            }
        } finally {
            site.as(Account.ADMIN).rename(Account.PROJECT_ADMIN, "Paula Project");
        }
    }

    private void linkBy(String name, String displayName) {
        String user = user(name + "-" + Math.abs(displayName.hashCode()), displayName);
        String issue = site.as(user).createIssue("DEMO", displayName);
        site.as(user).plugin().link(issue, intercom.newConversation(Teammate.JIRA_APP, displayName, "Hello")).expect(201);
    }

    private String user(String name, String displayName) {
        site.as(Account.ADMIN).newDeveloper(name + "-" + run, displayName);
        return name + "-" + run;
    }

    private static List<String> linkers(Person person) {
        Locator rows = person.page().getByRole(AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Newest links").setExact(true)).locator("tbody tr");
        return rows.locator("td:nth-child(5)").allTextContents().stream().map(String::strip).toList();
    }

    private void awaitTheNoteIn(String conversation) {
        await().atMost(Person.PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> intercom.notesIn(conversation).size() == 1);
    }
}
