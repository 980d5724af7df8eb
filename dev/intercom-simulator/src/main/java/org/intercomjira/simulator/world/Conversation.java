package org.intercomjira.simulator.world;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation and the rules of its life. Not safe for threads by itself: see {@link Conversations}.
 * Times are Unix seconds; 0 stands for nobody as assignee.
 */
public final class Conversation {

    private final String id;
    private final Source source;
    private final String contactId;
    private final long createdAt;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Tag.Use> tags = new LinkedHashMap<>();
    private final Set<String> teammateIds = new LinkedHashSet<>();
    private final JsonObject customAttributes = new JsonObject();
    private JsonArray attachments = new JsonArray();
    private State state = State.OPEN;
    private String title;
    private String priority = "none";
    private String companyId;
    private boolean read;
    private long updatedAt;
    private Long waitingSince;
    private Long snoozedUntil;
    private long adminAssignee;
    private long teamAssignee;

    Conversation(String id, Source source, String contactId, long createdAt) {
        this.id = id;
        this.source = source;
        this.contactId = contactId;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.waitingSince = createdAt;
    }

    /** A note tells teammates only and changes no state. */
    public Part note(Part.Stamp stamp, Author author, String html) {
        return add(stamp, "note", author, html, null);
    }

    /** A teammate's reply to the customer leaves a closed conversation closed. */
    public Part comment(Part.Stamp stamp, Author author, String html) {
        waitingSince = null;
        return add(stamp, "comment", author, html, null);
    }

    public Part quickReply(Part.Stamp stamp, Author author) {
        return add(stamp, "quick_reply", author, null, null);
    }

    /** A customer who writes to a closed or snoozed conversation opens it: the part is then an {@code open} with the text. */
    public Part customerReply(Part.Stamp stamp, Author author, String html) {
        boolean opens = state != State.OPEN;
        enter(State.OPEN);
        waitingSince = stamp.at();
        read = false;
        return add(stamp, opens ? "open" : "comment", author, html, null);
    }

    /** Nothing happens, and there is no part, when it is closed already. */
    public Optional<Part> close(Part.Stamp stamp, Author author, String html) {
        if (state == State.CLOSED && html == null) {
            return Optional.empty();
        }
        enter(State.CLOSED);
        waitingSince = null;
        return Optional.of(add(stamp, "close", author, html, null));
    }

    /** Nothing happens, and there is no part, when it is open already. */
    public Optional<Part> open(Part.Stamp stamp, Author author) {
        if (state == State.OPEN) {
            return Optional.empty();
        }
        enter(State.OPEN);
        return Optional.of(add(stamp, "open", author, null, null));
    }

    public Part snooze(Part.Stamp stamp, Author author, long until) {
        enter(State.SNOOZED);
        snoozedUntil = until;
        return add(stamp, "snoozed", author, null, null);
    }

    /** Assigning a conversation that is not open opens it. An assignee of id 0 unassigns teammate and team. */
    public Part assign(Part.Stamp stamp, Author author, Part.Assignee assignee, String html) {
        boolean nobody = assignee.id().equals("0");
        if (nobody || assignee.type().equals("admin")) {
            adminAssignee = Long.parseLong(assignee.id());
        }
        if (nobody || assignee.type().equals("team")) {
            teamAssignee = Long.parseLong(assignee.id());
        }
        String type = state == State.OPEN || nobody ? "assignment" : "assign_and_reopen";
        if (!nobody) {
            enter(State.OPEN);
        }
        return add(stamp, type, author, html, nobody ? null : assignee);
    }

    /** Intercom opens a snoozed conversation when its time has come. */
    void wakeIfDue(Part.Stamp stamp) {
        if (state == State.SNOOZED && snoozedUntil <= stamp.at()) {
            enter(State.OPEN);
            add(stamp, "timer_unsnooze", new Author("bot", "278", "Fin", null), null, null);
        }
    }

    public boolean isSnoozed() {
        return state == State.SNOOZED;
    }

    public Part changeAttribute(Part.Stamp stamp, Author bot, String name, JsonElement value) {
        customAttributes.add(name, value);
        return add(stamp, "conversation_attribute_updated_by_admin", bot, null, null);
    }

    public void tag(Tag.Use use) {
        tags.putIfAbsent(use.tag().id(), use);
        updatedAt = Math.max(updatedAt, use.at());
    }

    public Optional<Tag.Use> untag(String tagId) {
        return Optional.ofNullable(tags.remove(tagId));
    }

    public void retitle(String newTitle) {
        title = newTitle;
    }

    /** @param files of the first message, as the API shows them */
    public void attach(JsonArray files) {
        attachments = files.deepCopy();
    }

    public JsonArray attachments() {
        return attachments.deepCopy();
    }

    public void markRead(boolean nowRead) {
        read = nowRead;
    }

    public void prioritise(String newPriority) {
        priority = newPriority;
    }

    public void belongTo(String newCompanyId) {
        companyId = newCompanyId;
    }

    private void enter(State next) {
        state = next;
        snoozedUntil = null;
    }

    private Part add(Part.Stamp stamp, String type, Author author, String body, Part.Assignee assignee) {
        Part part = new Part(stamp.partId(), type, body, stamp.at(), author, assignee, state, stamp.packageCode());
        parts.add(part);
        if (author.type().equals("admin")) {
            teammateIds.add(author.id());
        }
        updatedAt = Math.max(updatedAt, stamp.at());
        return part;
    }

    public String id() {
        return id;
    }

    public Source source() {
        return source;
    }

    public String contactId() {
        return contactId;
    }

    public State state() {
        return state;
    }

    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    public String priority() {
        return priority;
    }

    public Optional<String> companyId() {
        return Optional.ofNullable(companyId);
    }

    public boolean isRead() {
        return read;
    }

    public long createdAt() {
        return createdAt;
    }

    public long updatedAt() {
        return updatedAt;
    }

    public Optional<Long> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    public Optional<Long> snoozedUntil() {
        return Optional.ofNullable(snoozedUntil);
    }

    public long adminAssignee() {
        return adminAssignee;
    }

    public long teamAssignee() {
        return teamAssignee;
    }

    /** A view, not a copy: a conversation under load has thousands. */
    public List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** The teammates who wrote or did something here, in the order of their first part. */
    public Set<String> teammateIds() {
        return Collections.unmodifiableSet(teammateIds);
    }

    public List<Tag.Use> tags() {
        return List.copyOf(tags.values());
    }

    public JsonObject customAttributes() {
        return customAttributes.deepCopy();
    }
}
