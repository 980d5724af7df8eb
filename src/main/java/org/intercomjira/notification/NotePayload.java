package org.intercomjira.notification;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.Optional;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;

/**
 * What the outbox keeps of a note: ids, and the names that came with the event. Short keys, because there is little room.
 *
 * @param kind       which {@link Fact} the note is marked with, together with {@code fact}
 * @param actor      display name, null for nobody
 * @param assigned   whether the assignee changed
 * @param fromPerson null for nobody
 * @param toPerson   null for nobody
 * @param fromStatus null, as {@code toStatus}, when the status stayed
 * @param comment    null when there is none
 * @param function   what the post function asks for
 * @param isLate     the fact may have been told already: only the post function's wish to open the conversation is left
 * @param internalSent whether the project sent internal comments when the comment was made
 * @param unread     what of Jira's record of the change is to be told, when it is to be read as the note is sent; null when it was read
 */
record NotePayload(@SerializedName("i") long issue, @SerializedName("w") String workspace, @SerializedName("c") String conversation,
                   @SerializedName("k") Fact.Kind kind, @SerializedName("f") long fact, @SerializedName("a") String actor,
                   @SerializedName("x") boolean assigned, @SerializedName("xf") String fromPerson, @SerializedName("xt") String toPerson,
                   @SerializedName("sf") String fromStatus, @SerializedName("st") String toStatus, @SerializedName("m") Long comment,
                   @SerializedName("p") FunctionWish function, @SerializedName("l") boolean isLate, @SerializedName("u") Telling unread,
                   @SerializedName("n") boolean internalSent) {
    private static final int MOST_CHARACTERS = 450;
    private static final int LONGEST_NAME = 80;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    static NotePayload of(IssueChange change, Fact fact, WorkspaceId workspace, ConversationId conversation) {
        AssigneeChange assignee = change.assignee() == null ? new AssigneeChange(null, null) : change.assignee();
        StatusChange status = change.status() == null ? new StatusChange(null, null, null, null) : change.status();
        return new NotePayload(change.issue().value(), workspace.value(), conversation.value(), fact.kind(), fact.id(), change.actor(),
                change.assignee() != null, assignee.from(), assignee.to(), status.from(), status.to(),
                change.comment() == null ? null : change.comment().id(), change.function(), false,
                change.unread() == null || change.unread().isNothing() ? null : change.unread(), false);
    }

    /** Of a link that was made or removed. */
    static NotePayload ofLink(IssueId issue, Fact fact, String actor, WorkspaceId workspace, ConversationId conversation) {
        return new NotePayload(issue.value(), workspace.value(), conversation.value(), fact.kind(), fact.id(), actor,
                false, null, null, null, null, null, FunctionWish.NONE, false, null, false);
    }

    /** The same, when there may have been a note without the wish to open the conversation. */
    NotePayload late() {
        return new NotePayload(issue, workspace, conversation, kind, fact, actor, assigned, fromPerson, toPerson, fromStatus, toStatus,
                comment, function, true, unread, internalSent);
    }

    /** The same in a project that sends internal comments, or does not. */
    NotePayload withInternalComments(boolean sent) {
        return new NotePayload(issue, workspace, conversation, kind, fact, actor, assigned, fromPerson, toPerson, fromStatus, toStatus,
                comment, function, isLate, unread, sent);
    }

    /** The same after Jira's record was read, with as much of it as was to be told when the change was made. */
    NotePayload read(IssueChange record) {
        AssigneeChange assignee = unread.assignee() ? record.assignee() : null;
        StatusChange status = unread.status() ? record.status() : null;
        return new NotePayload(issue, workspace, conversation, kind, fact, actor, assignee != null, assignee == null ? null : assignee.from(),
                assignee == null ? null : assignee.to(), status == null ? null : status.from(), status == null ? null : status.to(), comment, function, isLate, null,
                internalSent);
    }

    /** As short as the outbox needs it: names are cut, the longest first. */
    String toJson() {
        String json = cut(LONGEST_NAME);
        for (int longest = LONGEST_NAME - 1; json.length() > MOST_CHARACTERS && longest > 0; longest--) {
            json = cut(longest);
        }
        return json;
    }

    /** The stored payload; empty when it is none. */
    static Optional<NotePayload> fromJson(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, NotePayload.class))
                    .filter(payload -> payload.workspace != null && payload.conversation != null && payload.kind != null && payload.function != null);
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    IssueId issueId() {
        return new IssueId(issue);
    }

    ConversationId conversationId() {
        return new ConversationId(conversation);
    }

    Fact marker() {
        return new Fact(kind, fact);
    }

    boolean moved() {
        return fromStatus != null && toStatus != null;
    }

    private String cut(int longest) {
        return GSON.toJson(new NotePayload(issue, workspace, conversation, kind, fact, Characters.cut(actor, longest), assigned,
                Characters.cut(fromPerson, longest), Characters.cut(toPerson, longest), Characters.cut(fromStatus, longest),
                Characters.cut(toStatus, longest), comment, function, isLate, unread, internalSent));
    }
}
