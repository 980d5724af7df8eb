package org.intercomjira.simulator.faults;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;

/** The answer to a read from a copy of the conversation that is behind. */
final class StaleRead {

    private StaleRead() {}

    /** Leaves out the parts that came later than this; an answer without parts stays as it is. */
    static Reply of(Reply reply, Instant shownUntil) {
        return Json.parse(new String(reply.body(), StandardCharsets.UTF_8)).flatMap(body -> without(body, shownUntil))
                .map(body -> new Reply(reply.status(), reply.headers(), body.toString().getBytes(StandardCharsets.UTF_8))).orElse(reply);
    }

    private static Optional<JsonObject> without(JsonObject body, Instant shownUntil) {
        if (!(body.get("conversation_parts") instanceof JsonObject list)) {
            return Optional.empty();
        }
        JsonArray shown = new JsonArray();
        JsonArray all = list.getAsJsonArray("conversation_parts");
        for (JsonElement part : all) {
            if (!Instant.ofEpochSecond(part.getAsJsonObject().get("created_at").getAsLong()).isAfter(shownUntil)) {
                shown.add(part);
            }
        }
        list.addProperty("total_count", list.get("total_count").getAsInt() - (all.size() - shown.size()));
        list.add("conversation_parts", shown);
        return Optional.of(body);
    }
}
