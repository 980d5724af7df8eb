package org.intercomjira.simulator.world;

/** The message that began a conversation. The body is HTML. */
public record Source(String type, String id, String deliveredAs, String subject, String body, Author author, String url) {}
