package org.intercomjira.embedded.jira.rest;

/** A status and a body of maps, lists and plain values; a null body is no body. */
public record Answer(int status, Object body) {
    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    public static Answer created(Object body) {
        return new Answer(201, body);
    }

    public static Answer empty() {
        return new Answer(204, null);
    }
}
