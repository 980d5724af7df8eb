package org.intercomjira.simulator.control;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.intercomjira.simulator.faults.FaultKind;
import org.intercomjira.simulator.faults.RequestHistory;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.oauth.Grant;

/** {@code GET /control/requests?path=&method=&since=}: path is a regular expression, since the last sequence number that the caller knows. */
public final class HistoryControl {

    private final RequestHistory history;

    public HistoryControl(RequestHistory history) {
        this.history = history;
    }

    void offerTo(Router<Function<Call, Reply>> operations) {
        operations.on("GET", "/requests", this::list)
                .on("DELETE", "/requests", call -> clear());
    }

    private Reply list(Call call) {
        Pattern path = Pattern.compile(call.queryParameter("path").orElse(""));
        String method = call.queryParameter("method").orElse("");
        long since = call.queryParameter("since").filter(text -> text.matches("\\d+")).map(Long::valueOf).orElse(0L);
        List<RequestHistory.Entry> found = history.matching(entry -> entry.sequence() > since
                && path.matcher(entry.path()).find() && (method.isEmpty() || method.equalsIgnoreCase(entry.method())));
        return Reply.json(200, Json.object("requests", found.stream().map(HistoryControl::json).collect(Json.toArray()), "last", history.lastSequence()));
    }

    private Reply clear() {
        history.clear();
        return Reply.empty(204);
    }

    private static JsonObject json(RequestHistory.Entry entry) {
        return Json.object("sequence", entry.sequence(), "time", entry.at(), "method", entry.method(), "path", entry.path(), "query", entry.query(),
                "body", entry.body(), "status", entry.status().orElse(null),
                "workspace", entry.caller().map(Grant::workspaceId).orElse(null), "teammate", entry.caller().map(Grant::teammateId).orElse(null),
                "tokenSha256", entry.tokenDigest().orElse(null), "fault", entry.fault().map(FaultKind::wireName).orElse(null));
    }
}
