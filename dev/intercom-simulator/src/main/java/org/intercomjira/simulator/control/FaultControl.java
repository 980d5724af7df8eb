package org.intercomjira.simulator.control;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.intercomjira.simulator.api.RateLimit;
import org.intercomjira.simulator.faults.Fault;
import org.intercomjira.simulator.faults.FaultKind;
import org.intercomjira.simulator.faults.Faults;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;

/** Faults and the rate limit. */
public final class FaultControl {

    private static final Duration LONGEST_HANG = Duration.ofSeconds(60);
    private static final Duration LATEST_STORE = Duration.ofSeconds(40);
    private static final Duration LONGEST_STALE = Duration.ofSeconds(20);

    private final Faults faults;
    private final RateLimit rateLimit;

    public FaultControl(Faults faults, RateLimit rateLimit) {
        this.faults = faults;
        this.rateLimit = rateLimit;
    }

    void offerTo(Router<Function<Call, Reply>> operations) {
        operations.on("POST", "/faults", this::add)
                .on("GET", "/faults", call -> list())
                .on("DELETE", "/faults", call -> clear())
                .on("PUT", "/rate-limit", this::limit);
    }

    private Reply add(Call call) {
        JsonObject body = Control.body(call);
        FaultKind kind = Json.text(body, "kind").flatMap(FaultKind::named)
                .orElseThrow(() -> new BadControlCall(400, "kind must be a kind of fault"));
        Fault.Target target = new Fault.Target(Json.text(body, "method"), path(body), Json.text(body, "rate").map(Double::valueOf).orElse(1.0));
        Fault fault = new Fault(kind, target, details(kind, body), Json.text(body, "times").map(Integer::valueOf).orElse(Fault.ALWAYS));
        faults.add(fault);
        return Reply.json(201, json(fault));
    }

    private static Fault.Details details(FaultKind kind, JsonObject body) {
        Fault.Details usual = usual(kind);
        return new Fault.Details(
                Json.text(body, "status").map(Integer::valueOf).orElse(usual.status()),
                Json.text(body, "code").orElse(usual.code()),
                Json.text(body, "message").orElse(usual.message()),
                Json.text(body, "delayMs").map(Long::valueOf).map(Duration::ofMillis).orElse(usual.delay()),
                Json.text(body, "when").filter("after"::equals).isEmpty());
    }

    private static Fault.Details usual(FaultKind kind) {
        return switch (kind) {
            case UNAUTHORIZED -> refusal(401, "unauthorized", "Access Token Invalid");
            case FORBIDDEN_SCOPE -> refusal(403, "forbidden", "You do not have the required scope (write_conversations) to access this resource");
            case FORBIDDEN -> refusal(403, "forbidden", "Admin does not have access to this conversation");
            case PLAN_RESTRICTED -> refusal(403, "api_plan_restricted", "Active subscription needed.");
            case STATUS -> refusal(500, "server_error", "Internal Server Error");
            case HANG_AFTER_STORE, STALL_BODY -> new Fault.Details(0, "", "", LONGEST_HANG, false);
            case STORED_LATE -> new Fault.Details(0, "", "", LATEST_STORE, false);
            case STALE_READ -> new Fault.Details(0, "", "", LONGEST_STALE, false);
            case LATENCY -> new Fault.Details(0, "", "", Duration.ofMillis(200), false);
            case RATE_LIMIT, CUT, DOWN -> new Fault.Details(0, "", "", Duration.ZERO, false);
        };
    }

    private static Fault.Details refusal(int status, String code, String message) {
        return new Fault.Details(status, code, message, Duration.ZERO, false);
    }

    private static Pattern path(JsonObject body) {
        return Pattern.compile(Json.text(body, "path").orElse(""));
    }

    private Reply list() {
        return Reply.json(200, Json.object("faults", faults.waiting().stream().map(FaultControl::json).collect(Json.toArray())));
    }

    private Reply clear() {
        faults.clear();
        return Reply.empty(204);
    }

    private Reply limit(Call call) {
        JsonObject body = Control.body(call);
        int limit = Json.text(body, "limit").map(Integer::valueOf).orElseThrow(() -> new BadControlCall(400, "limit is required"));
        rateLimit.set(limit, Duration.ofSeconds(Json.text(body, "windowSeconds").map(Long::valueOf).orElse(10L)));
        return Reply.empty(204);
    }

    private static JsonObject json(Fault fault) {
        return Json.object("kind", fault.kind().wireName(), "method", fault.target().method().orElse(null),
                "path", fault.target().path().pattern(), "rate", fault.target().rate(), "times", fault.timesLeft(), "delayMs", fault.delay().toMillis());
    }
}
