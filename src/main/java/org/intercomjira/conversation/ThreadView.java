package org.intercomjira.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as REST tells it. Instants become epoch milliseconds.
 *
 * @param state    {@code open}, {@code closed} or {@code snoozed}
 * @param customer null when Intercom names none
 * @param left     how many entries are older than those that Intercom gives
 */
record ThreadView(String conversationId, String subject, String state, URI url, PersonView customer, int left, List<EntryView> entries) {
    /**
     * Somebody in the conversation.
     *
     * @param kind {@code user}, {@code lead}, {@code teammate}, {@code bot} or {@code other}
     * @param name null when there is none
     */
    record PersonView(String kind, String name) {
    }

    /**
     * One entry of the thread, oldest first.
     *
     * @param kind     {@code message} to or from the customer, {@code note} for teammates, or {@code event}, which may have a text too
     * @param event    what happened, in Intercom's word; null unless something did
     * @param assignee name of who was assigned; null when there is none or when it is not known
     * @param html     clean of anything that could act; empty when there is no text
     */
    record EntryView(String id, String kind, String event, PersonView author, String assignee, Instant time, String html, List<FileView> files) {
    }

    /** @param size in bytes, null when not known */
    record FileView(String name, String url, Long size) {
    }
}
