package org.intercomjira.embedded.jira.rest;

import java.util.List;
import java.util.Map;

/** An answer that is an error, in Jira's shape. */
public final class RestError extends RuntimeException {
    private final int status;
    private final List<String> messages;
    private final Map<String, String> errors;

    private RestError(int status, List<String> messages, Map<String, String> errors) {
        super(status + " " + messages + " " + errors, null, false, false);
        this.status = status;
        this.messages = messages;
        this.errors = errors;
    }

    public static RestError of(int status, String message) {
        return new RestError(status, List.of(message), Map.of());
    }

    /** A bad request that says what is wrong with which field. */
    public static RestError fields(Map<String, String> errors) {
        return new RestError(400, List.of(), Map.copyOf(errors));
    }

    public static RestError bad(String message) {
        return of(400, message);
    }

    /** A bad request about which there is more than one thing to say. */
    static RestError bad(List<String> messages) {
        return new RestError(400, messages, Map.of());
    }

    public static RestError notLoggedIn() {
        return of(401, "You are not authenticated. Authentication required to perform this operation.");
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("errorMessages", messages, "errors", errors);
    }
}
