package org.intercomjira.simulator.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Author;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.Conversations;
import org.intercomjira.simulator.world.Part;

/** Reading, finding and updating conversations. */
final class ConversationOperations {

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("GET", "/conversations", ConversationOperations::list)
                .on("POST", "/conversations/search", ConversationOperations::search)
                .on("GET", "/conversations/deleted", ConversationOperations::deleted)
                .on("GET", "/conversations/{id:\\d+}", ConversationOperations::one)
                .on("PUT", "/conversations/{id:\\d+}", ConversationOperations::update);
    }

    private static Reply list(ApiCall call) {
        JsonObject pagination = new JsonObject();
        call.call().queryParameter("per_page").ifPresent(size -> pagination.addProperty("per_page", size));
        call.call().queryParameter("starting_after").ifPresent(cursor -> pagination.addProperty("starting_after", cursor));
        return page(call, conversation -> true, Paging.of(pagination));
    }

    private static Reply search(ApiCall call) {
        JsonObject body = call.jsonBody();
        if (!(body.get("query") instanceof JsonObject query)) {
            throw new ApiError(400, "parameter_not_found", "query is required");
        }
        JsonObject pagination = body.get("pagination") instanceof JsonObject given ? given : new JsonObject();
        return page(call, SearchQuery.parse(query), Paging.of(pagination));
    }

    private static Reply page(ApiCall call, Predicate<Conversation> filter, Paging paging) {
        ConversationJson json = ConversationJson.of(call);
        return Reply.json(200, paging.cut("conversation.list", "conversations",
                call.workspace().conversations().list(filter, json::listed)));
    }

    private static Reply one(ApiCall call) {
        return call.workspace().conversations().read(call.parameter("id"), ConversationJson.of(call)::whole)
                .map(json -> Reply.json(200, json)).orElseThrow(ApiError::notFound);
    }

    private static Reply update(ApiCall call) {
        JsonObject body = call.jsonBody();
        Optional<String> company = Json.text(body, "company_id");
        if (company.isPresent() && call.workspace().company(company.get()).isEmpty()) {
            throw new ApiError(404, "company_not_found", "Company not found");
        }
        JsonObject attributes = body.get("custom_attributes") instanceof JsonObject given ? given : new JsonObject();
        attributes.keySet().forEach(name -> requireKnown(call, name));
        return call.workspace().conversations().change(call.parameter("id"), conversation -> {
            Json.text(body, "title").ifPresent(conversation::retitle);
            Json.text(body, "read").map(Boolean::valueOf).ifPresent(conversation::markRead);
            company.ifPresent(conversation::belongTo);
            return ConversationJson.of(call).withNew(conversation, changeAttributes(call, conversation, attributes));
        }).map(json -> Reply.json(200, json)).orElseThrow(ApiError::notFound);
    }

    /** Intercom names its bot as the author of such changes, not the teammate. */
    private static List<Part> changeAttributes(ApiCall call, Conversation conversation, JsonObject attributes) {
        Author bot = new Author("bot", "278", "Fin", "operator+" + call.workspace().id() + "@intercom.io");
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonElement> attribute : attributes.entrySet()) {
            Part.Stamp stamp = call.workspace().conversations().stamp(null);
            parts.add(conversation.changeAttribute(stamp, bot, attribute.getKey(), attribute.getValue()));
        }
        return parts;
    }

    private static void requireKnown(ApiCall call, String name) {
        boolean known = call.workspace().attributes().stream()
                .anyMatch(attribute -> attribute.model().equals("conversation") && attribute.name().equals(name));
        if (!known) {
            throw ApiError.invalid("Custom attribute '" + name + "' does not exist");
        }
    }

    private static Reply deleted(ApiCall call) {
        if (call.version().isBefore(ApiVersion.V2_16)) {
            throw new ApiError(400, "intercom_version_invalid", "Requested resource is not available in current API version.");
        }
        Conversations conversations = call.workspace().conversations();
        List<JsonObject> all = conversations.deleted().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> Json.object("type", "conversation", "id", entry.getKey(), "metrics_retained", false, "deleted_at", entry.getValue()))
                .toList();
        return Reply.json(200, Json.object("type", "conversations.list", "total_count", all.size(),
                "pages", Json.object("type", "pages", "next", JsonNull.INSTANCE, "page", 1, "per_page", Math.max(20, all.size()), "total_pages", 1),
                "conversations", all.stream().collect(Json.toArray())));
    }
}
