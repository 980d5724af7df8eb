package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.host.Folders;
import org.intercomjira.acceptance.host.Site;

/** Somebody at a browser window, logged in to Jira. What goes wrong in a page's scripts is kept, so that no test passes over it. */
final class Person implements AutoCloseable {
    /** An open page looks once a minute at what is stored, and after a long outage nothing is sent for two; and a machine may be busy with other things. */
    static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int BAD_REQUEST = 400;
    private static final String ANSWER_WITH_AN_ERROR = "Failed to load resource";
    private static final Set<String> PARTS_OF_A_PAGE = Set.of("script", "stylesheet");
    private final Site site;
    private final BrowserContext window;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Person(Site site, BrowserContext window) {
        this.site = site;
        this.window = window;
        window.setDefaultTimeout(PATIENCE.toMillis());
        this.page = window.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(this::keep);
        page.onResponse(this::keep);
    }

    /** AUI catches what a script throws when the page is ready, and only logs it. Answers that tell of an error are in order. */
    private void keep(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(ANSWER_WITH_AN_ERROR)) {
            errors.add(message.text());
        }
    }

    private void keep(Response response) {
        if (response.status() >= BAD_REQUEST && PARTS_OF_A_PAGE.contains(response.request().resourceType())) {
            errors.add(response.status() + " at " + response.url());
        }
    }

    static Person loggedIn(Site site, Windows windows, Account account) {
        Person person = windows.open(site);
        person.open("/login.jsp");
        person.page.getByLabel("Username").fill(account.userName());
        person.page.getByLabel("Password").fill(account.password());
        person.button("Log In").click();
        assertThat(person.page.locator("#header-details-user-fullname")).isVisible();
        return person;
    }

    static Person anonymous(Site site, Windows windows) {
        return windows.open(site);
    }

    Page page() {
        return page;
    }

    /** Errors that the pages' scripts did not catch. */
    List<String> errors() {
        return errors;
    }

    /** @param path in Jira, or a whole address */
    Person open(String path) {
        page.navigate(path.startsWith("http") ? path : site.jira() + path);
        return this;
    }

    Person openIssue(String key) {
        open("/browse/" + key);
        assertThat(page.locator("#issue-content")).hasAttribute("data-loaded", "true");
        return this;
    }

    /** Project settings > Intercom integration, by the menu. */
    Person openIntegrationSettings(String project) {
        open("/plugins/servlet/project-config/" + project);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Intercom integration")).click();
        return awaitConnection();
    }

    /** Presses Connect and allows it as this teammate on Intercom's page. */
    Person connect(String workspace, String teammate) {
        button("Connect to Intercom").click();
        page.getByLabel("Workspace").selectOption(workspace);
        page.getByLabel("Logged in as").selectOption(teammate);
        return this;
    }

    Person allow() {
        button("Allow").click();
        return awaitConnection();
    }

    /** What the server has written can be seen before the scripts listen to clicks. */
    private Person awaitConnection() {
        assertThat(page.locator("#intercom-connection")).isVisible();
        page.waitForLoadState();
        return this;
    }

    /** The only dialog that is shown. */
    Locator dialog() {
        return page.locator(".intercom-dialog:visible");
    }

    /** A window as narrow as a telephone. */
    Person narrow() {
        page.setViewportSize(400, 800);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator panel() {
        return page.locator(".intercom-conversations[aria-busy=false]");
    }

    Locator card(String conversation) {
        return panel().locator("[data-conversation-id='" + conversation + "']");
    }

    /** Until the conversation has been read again, after which its card stays as it is and where it is. */
    Person awaitRead(String conversation) {
        assertThat(card(conversation)).hasAttribute("data-stale", "false");
        return this;
    }

    /** Moves the issue with its button and the dialog behind it. */
    void move(String transition, String status) {
        button(transition).click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(transition).setExact(true)).click();
        assertThat(page.locator("#status-val")).containsText(status);
        page.getByRole(AriaRole.DIALOG).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Keeps what the window shows as a picture of that name. */
    Person picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Folders.images().resolve(name + ".png")).setAnimations(ScreenshotAnimations.DISABLED));
        return this;
    }

    /** As {@link #picture}, of one part of the page. */
    Person pictureOf(Locator part, String name) {
        part.screenshot(new Locator.ScreenshotOptions().setPath(Folders.images().resolve(name + ".png")).setAnimations(ScreenshotAnimations.DISABLED));
        return this;
    }

    @Override
    public void close() {
        window.close();
    }
}
