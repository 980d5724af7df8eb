package org.intercomjira.embedded.jira.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in the making; null values stay in it, as in Jira's answers. */
final class Shape extends LinkedHashMap<String, Object> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

    static Shape of(String name, Object value) {
        return new Shape().with(name, value);
    }

    Shape with(String name, Object value) {
        put(name, value);
        return this;
    }

    Shape withAll(Map<String, Object> values) {
        putAll(values);
        return this;
    }

    /** A moment as Jira writes it; null stays null. */
    static String time(Instant moment) {
        return moment == null ? null : TIME.format(moment.atOffset(ZoneOffset.UTC));
    }
}
