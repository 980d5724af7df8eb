package org.intercomjira.simulator.api;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;

/** An answer of type {@code error.list}. */
public final class ApiError extends RuntimeException {

    private final int status;
    private final String code;
    private final Map<String, String> headers;

    public ApiError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    public ApiError(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static ApiError notFound() {
        return new ApiError(404, "not_found", "Resource Not Found");
    }

    static ApiError invalid(String message) {
        return new ApiError(400, "parameter_invalid", message);
    }

    public Reply reply() {
        JsonObject error = Json.object("code", code, "message", getMessage());
        return Reply.json(status, Json.object("type", "error.list", "request_id", UUID.randomUUID().toString(),
                "errors", Stream.of(error).collect(Json.toArray()))).with(headers);
    }
}
