package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The panel on the issue and its dialogs, for everybody who may look at them and for those who may not. */
@InBrowser
class PanelTest {
    private static final String REPLIES = "{\"intercomForJiraDataCenter\":{\"customerReplies\":%s}}";
    private static final String FILTER = "{\"conversationLinking\":{\"notificationTriggers\":{\"issueCommented\":{\"filterEnabled\":%s}}}}";
    private static final String VIEW = "{\"intercomIssuePanel\":{\"allowConversationView\":%s}}";
    private final Site site;
    private final Windows windows;
    private final SimulatedIntercom intercom;
    private Person person;
    private String issue;
    private String conversation;

    PanelTest(Site site, Windows windows) {
        this.site = site;
        this.windows = windows;
        this.intercom = site.simulator();
    }

    @BeforeEach
    void link() {
        settings(REPLIES, false);
        settings(VIEW, true);
        issue = developer().createIssue("DEMO", "Gift wrapping is charged twice");
        conversation = "215475827415413";
        developer().plugin().link(issue, conversation).expect(201);
    }

    @Test
    void detailsOfCustomerAndCompanyArriveWithoutAReload() {
        open(Account.VIEWER);
        Locator details = person.card(conversation).locator("details");
        details.locator("summary").click();
        assertThat(details).containsText("ada@example.org");
        assertThat(details).containsText("Company: Northwind");
        assertThat(details.locator("dt").filter(new Locator.FilterOptions().setHasText("Created")).locator("+ dd time")).hasCount(1);
        assertThat(person.card(conversation)).hasAttribute("data-stale", "false");
        person.picture("issue-panel-details");
        assertThat(Axe.graveFaults(person.page(), ".intercom-conversations")).isEmpty();
    }

    @Test
    void aViewerReadsTheWholeConversationAndTheFocusComesBack() {
        open(Account.VIEWER);
        Locator view = person.card(conversation).locator(".intercom-view");
        view.focus();
        person.page().keyboard().press("Enter");
        Locator thread = person.dialog().locator(".intercom-thread[aria-busy=false]");
        assertThat(thread.locator("[data-kind=note]").first()).containsText("Needs engineering");
        assertThat(thread).containsText("my total is wrong: the basket says 84.90");
        assertThat(thread).containsText("Sam Support assigned the conversation to Sam Support");
        person.picture("conversation-dialog");
        assertThat(Axe.graveFaults(person.page(), ".intercom-dialog")).isEmpty();
        person.page().keyboard().press("Escape");
        assertThat(person.dialog()).hasCount(0);
        assertThat(view).isFocused();
    }

    @Test
    void whereConversationsMayNotBeReadNothingOffersIt() {
        settings(VIEW, false);
        open(Account.VIEWER);
        assertThat(person.card(conversation)).containsText("Checkout total is wrong");
        assertThat(person.card(conversation).locator(".intercom-view")).hasCount(0);
        site.as(Account.VIEWER).plugin().send("GET", "/issues/" + issue + "/conversations/" + conversation, "").expect(403);
    }

    @Test
    void thePanelSaysThatOnlySomeCommentsAreSent() {
        open(Account.VIEWER);
        assertThat(person.panel().locator(".intercom-filter")).isHidden();
        settings(FILTER, true);
        person.openIssue(issue);
        assertThat(person.panel().locator(".intercom-filter")).isVisible();
        assertThat(person.panel().locator(".intercom-filter")).containsText("only if they contain the word #intercom");
        settings(FILTER, false);
    }

    @Test
    void aDeveloperFindsAConversationByWordsFromTheMoreMenuAndLinksIt() {
        open(Account.DEVELOPER);
        person.page().locator("#opsbar-operations_more").click();
        person.page().locator("#intercom-link-conversation").click();
        person.page().getByLabel("Address, id, or words to search for").fill("joe@bloggs.example");
        person.page().keyboard().press("Enter");
        Locator found = person.dialog().locator("[data-conversation-id='215475827415420']");
        assertThat(found).containsText("CSV export stops");
        assertThat(found).containsText("User: Joe Bloggs");
        person.picture("link-dialog");
        assertThat(Axe.graveFaults(person.page(), ".intercom-dialog")).isEmpty();
        found.getByRole(AriaRole.BUTTON).click();
        assertThat(person.card("215475827415420")).containsText("CSV export stops");
        assertThat(person.panel().locator(".intercom-status")).hasText("The conversation has been linked.");
        assertThat(person.page().locator(".intercom-count")).hasText("2");
    }

    @Test
    void aNoteGoesOutSignedAndAReplyOnlyAfterASecondLook() {
        settings(REPLIES, true);
        open(Account.DEVELOPER);
        write("Please look at <b>this</b>");
        person.button("Send").click();
        await().atMost(Person.PATIENCE).until(() -> intercom.notesIn(conversation).stream().anyMatch(note -> note.text().contains("Please look at <b>this</b>")
                && note.text().contains("wrote from " + issue)));
        assertThat(person.card(conversation)).containsText("Sent to the conversation.");
        write("It is fixed now.");
        person.dialog().getByText("Reply to the customer").click();
        person.button("Send").click();
        assertThat(person.dialog()).containsText("Send this to Ada Example?");
        person.picture("reply-confirmation");
        assertThat(Axe.graveFaults(person.page(), ".intercom-dialog")).isEmpty();
        assertThat(replies()).noneMatch(body -> body.contains("It is fixed now."));
        person.button("Send to Ada Example").click();
        await().atMost(Person.PATIENCE).until(() -> replies().stream().anyMatch(body -> body.equals("<p>It is fixed now.</p>")));
    }

    @Test
    void whatWasRefusedSaysWhyAndCanBeTriedAgain() {
        intercom.refuseNotes();
        open(Account.DEVELOPER);
        write("This will not get through at first");
        person.button("Send").click();
        Locator failed = person.card(conversation).locator(".intercom-unsent-part[data-state=failed]");
        assertThat(failed).containsText("The app user may not write to this conversation");
        person.picture("issue-panel-not-sent");
        intercom.recover();
        failed.locator(".intercom-retry").click();
        assertThat(person.card(conversation)).containsText("Sent to the conversation.");
        assertThat(intercom.notesIn(conversation)).anyMatch(note -> note.text().contains("This will not get through at first"));
    }

    @Test
    void aConversationThatIsGoneSaysSoAndCanBeUnlinked() {
        String gone = intercom.newConversation(Teammate.JIRA_APP, "Soon gone", "Bye.");
        developer().plugin().link(issue, gone).expect(201);
        intercom.delete(gone);
        open(Account.DEVELOPER);
        assertThat(person.card(gone)).hasAttribute("data-state", "gone");
        assertThat(person.card(gone)).containsText("Conversation " + gone);
        person.card(gone).locator(".intercom-unlink").click();
        assertThat(Axe.graveFaults(person.page(), ".intercom-dialog")).isEmpty();
        person.dialog().locator(".intercom-unlink-confirm").click();
        assertThat(person.card(gone)).hasCount(0);
        assertThat(person.button("Link conversation")).isFocused();
    }

    @Test
    void anAnswerThatIsLateDoesNotBringBackWhatWasUnlinked() {
        List<Runnable> late = new ArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        person = Person.loggedIn(site, windows, Account.DEVELOPER);
        person.page().route("**/issues/*/links", route -> {
            if (looks.incrementAndGet() == 2) {
                APIResponse old = route.fetch();
                late.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(old)));
            } else {
                route.resume();
            }
        });
        person.openIssue(issue);
        person.page().waitForCondition(() -> !late.isEmpty());
        person.card(conversation).locator(".intercom-unlink").click();
        person.dialog().locator(".intercom-unlink-confirm").click();
        assertThat(person.panel()).containsText("The conversation has been unlinked.");
        assertThat(person.card(conversation)).hasCount(0);
        person.page().evaluate("""
            () => { window.back = 0; new MutationObserver(() => { window.back += document.querySelectorAll('.intercom-card').length; })
                .observe(document.body, {childList: true, subtree: true}); }""");
        person.page().waitForResponse("**/issues/*/links", () -> late.get(0).run()).finished();
        person.page().evaluate("() => fetch(location.href).then(answer => answer.text())");
        assertThat(person.page().evaluate("() => window.back")).isEqualTo(0);
    }

    @Test
    void aClickIsNotLostToNewsThatComeWhileTheButtonIsPressed() {
        List<Runnable> news = new ArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        person = Person.loggedIn(site, windows, Account.VIEWER);
        person.page().route("**/issues/*/links", route -> {
            boolean isFirst = looks.incrementAndGet() == 1;
            APIResponse answer = route.fetch();
            Runnable reply = () -> route.fulfill(new Route.FulfillOptions().setResponse(answer)
                    .setBody(isFirst ? answer.text() : answer.text().replace("Checkout total is wrong", "Renamed meanwhile")));
            if (looks.get() == 2) {
                news.add(reply);
            } else {
                reply.run();
            }
        });
        person.openIssue(issue);
        person.page().waitForCondition(() -> !news.isEmpty());
        person.card(conversation).locator(".intercom-view").hover();
        person.page().mouse().down();
        person.page().waitForResponse("**/issues/*/links", () -> news.get(0).run()).finished();
        person.page().evaluate("() => fetch(location.href).then(answer => answer.text())");
        person.page().mouse().up();
        assertThat(person.dialog().locator(".intercom-thread")).hasCount(1);
        assertThat(person.card(conversation)).containsText("Renamed meanwhile");
    }

    @Test
    void anOutsiderAndAnonymousGetNothing() {
        person = Person.loggedIn(site, windows, Account.OUTSIDER);
        person.open("/browse/" + issue);
        assertThat(person.page().locator(".intercom-conversations")).hasCount(0);
        try (Person nobody = Person.anonymous(site, windows)) {
            nobody.open("/browse/" + issue);
            assertThat(nobody.page().locator(".intercom-conversations")).hasCount(0);
        }
    }

    @Test
    void inANarrowWindowNothingIsCutOff() {
        open(Account.PROJECT_ADMIN);
        person.narrow();
        assertThat(fits(".intercom-conversations")).isTrue();
        person.card(conversation).locator(".intercom-view").click();
        assertThat(person.dialog().locator(".intercom-thread[aria-busy=false]")).hasCount(1);
        assertThat(fits(".intercom-dialog")).isTrue();
        person.picture("conversation-dialog-narrow");
        person.page().keyboard().press("Escape");
        person.page().setViewportSize(1280, 900);
        person.openIntegrationSettings("DEMO");
        assertThat(Axe.graveFaults(person.page(), "#intercom-connection")).isEmpty();
        assertThat(Axe.graveFaults(person.page(), "#intercom-settings")).isEmpty();
    }

    @Test
    void theGlobalPageHasNoGraveFault() {
        person = Person.loggedIn(site, windows, Account.ADMIN);
        person.open("/plugins/servlet/intercom/admin");
        person.page().getByLabel("Password").fill(Account.ADMIN.password());
        person.button("Confirm").click();
        assertThat(person.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Intercom integration"))).isVisible();
        assertThat(Axe.graveFaults(person.page(), "#content")).isEmpty();
    }

    private boolean fits(String part) {
        return (boolean) person.page().evaluate("part => { const box = document.querySelector(part).getBoundingClientRect(); return box.left >= -1 && box.right <= innerWidth + 1; }", part);
    }

    private void write(String text) {
        person.card(conversation).locator(".intercom-write").click();
        person.dialog().getByLabel("Text").fill(text);
    }

    private List<String> replies() {
        return intercom.partsOf(conversation).stream().filter(part -> part.get("part_type").getAsString().equals("comment") && !part.get("body").isJsonNull())
                .map(part -> part.get("body").getAsString()).toList();
    }

    private void open(Account account) {
        person = Person.loggedIn(site, windows, account);
        person.openIssue(issue).awaitRead(conversation);
    }

    private Jira developer() {
        return site.as(Account.DEVELOPER);
    }

    private void settings(String pattern, boolean value) {
        site.as(Account.PROJECT_ADMIN).plugin().saveSettings("DEMO", JsonParser.parseString(pattern.formatted(value)).getAsJsonObject()).expect(200);
    }
}
