package org.intercomjira.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** Reading a conversation that has gone on for long. */
@InBrowser
class LongConversationTest {
    private static final int TIMES = 3;
    /** Tells of the turns that the page's scripts take: the longest, and the most entries of a conversation that are drawn in one. */
    private static final String WATCH_TURNS = """
        () => { window.mostAtOnce = 0; let last = performance.now();
            const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; setTimeout(beat, 0); }; beat();
            new MutationObserver((changes) => {
                const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
                const entries = new Set(added.flatMap((node) => [node, ...node.querySelectorAll('*')]).filter((node) => node.matches('.intercom-entry')));
                window.mostAtOnce = Math.max(window.mostAtOnce, entries.size);
            }).observe(document.body, {childList: true, subtree: true}); }""";
    private final Site site;
    private final SimulatedIntercom intercom;
    private final Person person;

    LongConversationTest(Site site, Windows windows) {
        this.site = site;
        this.intercom = site.simulator();
        this.person = Person.loggedIn(site, windows, Account.VIEWER);
    }

    @Test
    void fiveHundredEntriesDoNotFreezeThePage() {
        String full = intercom.newConversation(Teammate.JIRA_APP, "A long story", "It began so.");
        JsonObject reply = new JsonObject();
        reply.addProperty("customerReply", "And then this happened, which is worth a whole sentence.");
        for (int i = 0; i < 510; i++) {
            intercom.change(full, reply);
        }
        String issue = site.as(Account.DEVELOPER).createIssue("DEMO", "Nobody reads all of it");
        QuietLink.between(site, issue, full);
        person.openIssue(issue);
        person.page().evaluate(WATCH_TURNS);
        double shortest = Stream.generate(() -> longestPauseWhileReading(full)).limit(TIMES).min(Comparator.naturalOrder()).orElseThrow();
        assertThat(shortest).as("longest time in which the page did not answer, in ms").isLessThan(500);
        int mostAtOnce = ((Number) person.page().evaluate("() => window.mostAtOnce")).intValue();
        assertThat(mostAtOnce).as("entries drawn before the page can answer again").isBetween(1, 50);
    }

    /** One of several: a machine that tests may stand still for seconds. */
    private double longestPauseWhileReading(String full) {
        person.page().evaluate("() => { window.longest = 0; }");
        person.awaitRead(full).card(full).locator(".intercom-view").click();
        assertThat(person.dialog().locator(".intercom-thread[aria-busy=false] > li")).hasCount(501);
        assertThat(person.dialog()).containsText("10 older entries");
        double longest = ((Number) person.page().evaluate("() => window.longest")).doubleValue();
        person.page().keyboard().press("Escape");
        assertThat(person.dialog()).hasCount(0);
        return longest;
    }
}
