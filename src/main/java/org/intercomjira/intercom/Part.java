package org.intercomjira.intercom;

import java.time.Instant;
import java.util.List;
import org.intercomjira.platform.VisibleText;

/**
 * One entry of a conversation's thread: a reply, a note or a change of state.
 *
 * @param type        comment, note, open, close, assignment and more; an open list. A part of any type may have a body
 * @param body        HTML as Intercom keeps it; null when the part has no text
 * @param createdAt   null when Intercom leaves it out
 * @param author      null when Intercom leaves it out
 * @param assignee    id of the teammate or team that the part assigns; null when it assigns none
 * @param attachments files that came with the part
 */
public record Part(String id, String type, String body, Instant createdAt, Author author, String assignee, List<Attachment> attachments) {
    public Part {
        attachments = List.copyOf(attachments);
    }

    /** A part that assigns nobody and has no files. */
    public Part(String id, String type, String body, Instant createdAt, Author author) {
        this(id, type, body, createdAt, author, null, List.of());
    }

    /** Whether it is an internal note. A note that opens or wakes its conversation has a type of its own, such as {@code note_and_reopen}. */
    public boolean isNote() {
        return type.equals("note") || type.startsWith("note_and_");
    }

    /**
     * A file at Intercom. One without a name is a "file".
     *
     * @param url  where it can be fetched for a while; Intercom signs these addresses and lets them run out
     * @param size in bytes; null when Intercom leaves it out
     */
    public record Attachment(String name, String url, String contentType, Long size) {
        public Attachment {
            name = VisibleText.or(name, "file");
        }
    }
}
