package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Set;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages and dialogs of a project, each for everybody, in a wide and in a narrow window: shown whole to those who may see it, and not at all to others. */
@InBrowser
class EveryPageTest {
    private static final String PANEL = ".intercom-conversations";
    private static final String DIALOG = ".intercom-dialog:visible";
    private static final String FIELDS = "#intercom-fields";
    private static final String REPORT = "#intercom-report";
    private static final int HEIGHT = 800;
    private static final String LONG_WORD = "Auftragsbestätigungsnachrichtenübermittlungsdienstleisterverzeichnisverwaltung";
    private final Site site;
    private final Windows windows;
    private Person person;
    private String issue;
    private String conversation;

    EveryPageTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
    }

    @BeforeEach
    void link() {
        issue = site.as(Account.DEVELOPER).createIssue("DEMO", "The confirmation of an order comes twice, from " + LONG_WORD);
        conversation = site.simulator().newConversation(Teammate.JIRA_APP, "Confirmation by " + LONG_WORD, "I got it in French, too.");
        QuietLink.between(site, issue, conversation);
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT_ADMIN, 1280, PANEL CONVERSATION LINK REPORT FIELDS",
        "PROJECT_ADMIN, 400, PANEL CONVERSATION LINK REPORT FIELDS",
        "DEVELOPER, 1280, PANEL CONVERSATION LINK REPORT",
        "DEVELOPER, 400, PANEL CONVERSATION LINK REPORT",
        "VIEWER, 1280, PANEL CONVERSATION REPORT",
        "VIEWER, 400, PANEL CONVERSATION REPORT",
        "OUTSIDER, 1280, NOTHING",
        "OUTSIDER, 400, NOTHING",
        "ANONYMOUS, 1280, NOTHING",
        "ANONYMOUS, 400, NOTHING",
    })
    void everybodySeesWhatIsTheirsWholeAndNothingElse(String who, int width, String what) {
        person = who.equals("ANONYMOUS") ? Person.anonymous(site, windows) : Person.loggedIn(site, windows, Account.valueOf(who));
        Set<String> theirs = Set.of(what.split(" "));
        onTheIssue(width, theirs);
        open("/plugins/servlet/intercom/report?projectKey=DEMO", width, REPORT, theirs.contains("REPORT"));
        open("/plugins/servlet/intercom/project?projectKey=DEMO", width, FIELDS, theirs.contains("FIELDS"));
    }

    private void onTheIssue(int width, Set<String> theirs) {
        open("/browse/" + issue, width, PANEL, theirs.contains("PANEL"));
        Locator view = person.card(conversation).locator(".intercom-view");
        assertThat(view).hasCount(theirs.contains("CONVERSATION") ? 1 : 0);
        if (theirs.contains("CONVERSATION")) {
            person.awaitRead(conversation);
            view.click();
            assertThat(person.dialog().locator(".intercom-thread[aria-busy=false]")).containsText("in French, too");
            isWhole(DIALOG);
            person.page().keyboard().press("Escape");
        }
        Locator link = person.button("Link conversation");
        assertThat(link).hasCount(theirs.contains("LINK") ? 1 : 0);
        if (theirs.contains("LINK")) {
            link.click();
            assertThat(person.dialog()).isVisible();
            isWhole(DIALOG);
            person.page().keyboard().press("Escape");
        }
    }

    private void open(String path, int width, String part, boolean isTheirs) {
        person.page().setViewportSize(width, HEIGHT);
        person.open(path);
        if (isTheirs) {
            assertThat(person.page().locator(part)).hasAttribute("aria-busy", "false");
            isWhole(part);
        } else {
            assertThat(person.page().locator(part)).hasCount(0);
            assertThat(person.page().locator("body")).not().containsText("Confirmation");
        }
    }

    private void isWhole(String part) {
        Locator shown = person.page().locator(part);
        assertThat(shown).isVisible();
        assertThat((List<?>) shown.evaluate("part => [part, ...part.querySelectorAll('*')].filter(each => each.checkVisibility() && !each.closest('.aui-lozenge, .assistive, .hidden'))"
                + ".filter(each => each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 200))")).as("cut off").isEmpty();
        assertThat(person.page().evaluate("() => document.documentElement.scrollWidth > innerWidth")).as("the page has to be scrolled sideways").isEqualTo(false);
        assertThat(Axe.graveFaults(person.page(), part.replace(":visible", ""))).isEmpty();
    }
}
