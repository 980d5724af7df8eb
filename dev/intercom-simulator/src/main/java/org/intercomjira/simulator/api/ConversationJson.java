package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Author;
import org.intercomjira.simulator.world.Contact;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.Part;
import org.intercomjira.simulator.world.Source;
import org.intercomjira.simulator.world.State;
import org.intercomjira.simulator.world.Tag;
import org.intercomjira.simulator.world.Workspace;

/** Writes conversations as one version of the API shows them. */
public final class ConversationJson {

    private static final int MOST_PARTS = 500;

    private final Workspace workspace;
    private final ApiVersion version;
    private final MessageText text;

    private ConversationJson(Workspace workspace, ApiVersion version, MessageText text) {
        this.workspace = workspace;
        this.version = version;
        this.text = text;
    }

    static ConversationJson of(ApiCall call) {
        return new ConversationJson(call.workspace(), call.version(), call.asPlainText() ? MessageText.PLAIN : MessageText.HTML);
    }

    /** The newest version with HTML; for the control address. */
    public static ConversationJson newest(Workspace workspace) {
        return new ConversationJson(workspace, ApiVersion.V2_16, MessageText.HTML);
    }

    /** With its most recent parts, at most 500. */
    JsonObject whole(Conversation conversation) {
        List<Part> parts = conversation.parts();
        return withParts(conversation, parts.subList(Math.max(0, parts.size() - MOST_PARTS), parts.size()), parts.size());
    }

    /** With every part, however many. */
    public JsonObject uncut(Conversation conversation) {
        return withParts(conversation, conversation.parts(), conversation.parts().size());
    }

    /** With the given parts only: the answer to a change shows just what is new. */
    JsonObject withNew(Conversation conversation, List<Part> parts) {
        return withParts(conversation, parts, parts.size());
    }

    private JsonObject withParts(Conversation conversation, List<Part> parts, int total) {
        JsonObject json = listed(conversation);
        json.add("conversation_parts", Json.object("type", "conversation_part.list",
                "conversation_parts", parts.stream().map(this::part).collect(Json.toArray()), "total_count", total));
        return json;
    }

    /** Without parts, as lists show it. */
    JsonObject listed(Conversation conversation) {
        JsonObject json = Json.object("type", "conversation", "id", conversation.id(), "title", conversation.title().orElse(null),
                "created_at", conversation.createdAt(), "updated_at", conversation.updatedAt(),
                "waiting_since", conversation.waitingSince().orElse(null), "snoozed_until", conversation.snoozedUntil().orElse(null),
                "open", conversation.state() != State.CLOSED, "state", conversation.state().wireName(), "read", conversation.isRead(),
                "priority", priority(conversation.priority()),
                "admin_assignee_id", conversation.adminAssignee(), "team_assignee_id", conversation.teamAssignee(),
                "source", source(conversation), "contacts", contacts(conversation),
                "first_contact_reply", firstReply(conversation), "teammates", teammates(conversation),
                "tags", Json.object("type", "tag.list", "tags", conversation.tags().stream().map(ConversationJson::tag).collect(Json.toArray())),
                "custom_attributes", conversation.customAttributes());
        json.add("company", company(conversation));
        addWhatTheSimulatorLacks(json, conversation);
        return json;
    }

    private void addWhatTheSimulatorLacks(JsonObject json, Conversation conversation) {
        Json.object("topics", new JsonObject(), "ticket", null,
                "linked_objects", Json.object("type", "list", "data", new JsonArray(), "total_count", 0, "has_more", false),
                "sla_applied", null, "statistics", null, "conversation_rating", null, "ai_agent", null, "ai_agent_participated", false)
                .entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
        if (!version.isBefore(ApiVersion.V2_16)) {
            String channel = conversation.source().type().equals("email") ? "email" : "messenger";
            json.add("channel", Json.object("initial", channel, "current", channel));
            json.add("external_references", new JsonArray());
        }
    }

    private String priority(String current) {
        if (!version.isBefore(ApiVersion.V2_16)) {
            return current;
        }
        return current.equals("none") ? "not_priority" : "priority";
    }

    private JsonObject source(Conversation conversation) {
        Source source = conversation.source();
        return Json.object("type", source.type(), "id", source.id(), "delivered_as", source.deliveredAs(),
                "subject", text.of(source.subject()), "body", text.of(source.body()), "author", author(source.author()),
                "attachments", conversation.attachments(), "url", source.url(), "redacted", false);
    }

    private JsonObject part(Part part) {
        JsonElement assignedTo = part.assignedTo() == null ? JsonNull.INSTANCE
                : Json.object("type", part.assignedTo().type(), "id", part.assignedTo().id());
        return Json.object("type", "conversation_part", "id", part.id(), "part_type", part.type(), "body", text.of(part.body()),
                "created_at", part.at(), "updated_at", part.at(), "notified_at", part.at(), "assigned_to", assignedTo,
                "author", author(part.author()), "attachments", new JsonArray(), "external_id", null,
                "redacted", false, "metadata", new JsonObject(), "email_message_metadata", null, "state", part.state().wireName(),
                "tags", new JsonArray(), "event_details", null, "app_package_code", part.packageCode());
    }

    private static JsonObject author(Author author) {
        return Json.object("type", author.type(), "id", author.id(), "name", author.name(), "email", author.email());
    }

    static JsonObject tag(Tag.Use use) {
        return Json.object("type", "tag", "id", use.tag().id(), "name", use.tag().name(), "applied_at", use.at(),
                "applied_by", Json.object("type", "admin", "id", use.adminId()));
    }

    private JsonObject contacts(Conversation conversation) {
        String externalId = workspace.contact(conversation.contactId()).map(Contact::externalId).orElse(null);
        JsonObject contact = Json.object("type", "contact", "id", conversation.contactId(), "external_id", externalId);
        return Json.object("type", "contact.list", "contacts", List.of(contact).stream().collect(Json.toArray()));
    }

    private static JsonElement firstReply(Conversation conversation) {
        return Json.object("created_at", conversation.createdAt(), "type", "conversation", "url", conversation.source().url());
    }

    private static JsonObject teammates(Conversation conversation) {
        return Json.object("type", "admin.list", "teammates", conversation.teammateIds().stream()
                .map(id -> Json.object("type", "admin", "id", id)).collect(Json.toArray()));
    }

    private JsonElement company(Conversation conversation) {
        return conversation.companyId().flatMap(workspace::company)
                .map(company -> (JsonElement) CompanyJson.of(workspace, company))
                .orElse(JsonNull.INSTANCE);
    }
}
