package org.intercomjira.simulator.control;

import com.google.gson.JsonObject;
import java.util.function.Function;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;

/** Finds the control operation for a call; mistakes of the caller are answered 400 with a sentence. */
public final class Control {

    private final Router<Function<Call, Reply>> operations = new Router<>();

    public Control(FaultControl faults, HistoryControl history, AccessControl access, ConversationControl conversations) {
        faults.offerTo(operations);
        history.offerTo(operations);
        access.offerTo(operations);
        conversations.offerTo(operations);
    }

    public Reply answer(Call call) {
        try {
            return operations.route(call).map(match -> match.handler().apply(match.call()))
                    .orElseGet(() -> problem(404, "There is no such control operation"));
        } catch (BadControlCall mistake) {
            return problem(mistake.status(), mistake.getMessage());
        } catch (IllegalArgumentException mistake) {
            return problem(400, "A number, word or pattern is not one: " + mistake.getMessage());
        }
    }

    private static Reply problem(int status, String sentence) {
        return Reply.json(status, Json.object("message", sentence));
    }

    /** The body as a JSON object; an empty body counts as an empty object. */
    static JsonObject body(Call call) {
        if (call.body().isBlank()) {
            return new JsonObject();
        }
        return Json.parse(call.body()).orElseThrow(() -> new BadControlCall(400, "The body is not a JSON object"));
    }
}
