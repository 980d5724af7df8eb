package org.intercomjira.acceptance.face;

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
    public static final Duration PROMISED = Duration.ofSeconds(2);
    private static final DateTimeFormatter JIRAS_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private Promptness() {
    }

    /** For each change of the issue that the conversation was told of, in their order. */
    public static List<Duration> of(Site site, String issue, String conversation) {
        JsonObject changelog = site.as(Account.ADMIN).http().get("/rest/api/2/issue/" + issue + "?expand=changelog").expect(200).json().getAsJsonObject("changelog");
        List<JsonObject> notes = site.simulator().requests("/conversations/" + conversation + "/reply$");
        return Json.list(changelog.getAsJsonArray("histories")).stream().map(JsonElement::getAsJsonObject).flatMap(change -> {
            Pattern marker = Pattern.compile("#change-" + change.get("id").getAsString() + "\\b");
            Instant made = OffsetDateTime.parse(change.get("created").getAsString(), JIRAS_TIME).toInstant();
            return notes.stream().filter(note -> marker.matcher(note.get("body").getAsString()).find()).map(note -> Duration.between(made, Instant.ofEpochMilli(note.get("time").getAsLong())));
        }).toList();
    }
}
