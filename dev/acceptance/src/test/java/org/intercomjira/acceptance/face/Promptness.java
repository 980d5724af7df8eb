package org.intercomjira.acceptance.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.intercomjira.acceptance.host.Site;

/** How long notes are under way, from Jira's record of the change to Intercom's record of the request: how late somebody looks does not count. */
public final class Promptness {
    /** A note has to be there two seconds after the change. */
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final DateTimeFormatter JIRAS_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    /** Half of so many have to be in time: a machine that tests may stand still for seconds, but not at most notes. */
    private static final int TRIES = 10;
    private static final int KEPT = TRIES / 2;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Promptness() {
    }

    /** Moves an issue, of which the conversation is told, until the promise has been kept often enough. */
    public static void mustBeKept(Site site, String issue, String conversation) {
        int before = of(site, issue, conversation).size();
        for (int moved = 1; moved <= TRIES && kept(of(site, issue, conversation)) < KEPT; moved++) {
            int told = before + moved;
            site.as(Account.DEVELOPER).transition(issue, moved % 2 == 0 ? Jira.IN_PROGRESS : Jira.DONE);
            await("the note about move " + moved).atMost(PATIENCE).until(() -> of(site, issue, conversation).size() >= told);
        }
        assertThat(of(site, issue, conversation)).filteredOn(Promptness::isKept).hasSizeGreaterThanOrEqualTo(KEPT);
    }

    private static long kept(List<Duration> delays) {
        return delays.stream().filter(Promptness::isKept).count();
    }

    private static boolean isKept(Duration delay) {
        return delay.compareTo(PROMISED) <= 0;
    }

    /** For each change of the issue that the conversation was told of, in their order. */
    private static List<Duration> of(Site site, String issue, String conversation) {
        JsonObject changelog = site.as(Account.ADMIN).http().get("/rest/api/2/issue/" + issue + "?expand=changelog").expect(200).json().getAsJsonObject("changelog");
        List<JsonObject> notes = site.simulator().requests("/conversations/" + conversation + "/reply$");
        return Json.list(changelog.getAsJsonArray("histories")).stream().map(JsonElement::getAsJsonObject).flatMap(change -> {
            Pattern marker = Pattern.compile("#change-" + change.get("id").getAsString() + "\\b");
            Instant made = OffsetDateTime.parse(change.get("created").getAsString(), JIRAS_TIME).toInstant();
            return notes.stream().filter(note -> marker.matcher(note.get("body").getAsString()).find()).map(note -> Duration.between(made, Instant.ofEpochMilli(note.get("time").getAsLong())));
        }).toList();
    }
}
