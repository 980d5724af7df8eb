package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Attribute;

/** The fields that contacts and companies, and since 2.16 conversations, have in this workspace. */
final class AttributeOperations {

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("GET", "/data_attributes", AttributeOperations::ofPeople)
                .on("GET", "/conversations/attributes", AttributeOperations::ofConversations);
    }

    private static Reply ofPeople(ApiCall call) {
        Optional<String> model = call.call().queryParameter("model");
        if (model.filter("conversation"::equals).isPresent() && !call.version().isBefore(ApiVersion.V2_16)) {
            throw new ApiError(422, "parameter_invalid", "model=conversation is no longer supported. Use GET /conversations/attributes instead");
        }
        return Reply.json(200, Json.object("type", "list", "data", call.workspace().attributes().stream()
                .filter(attribute -> model.map(attribute.model()::equals).orElse(!attribute.model().equals("conversation")))
                .map(AttributeOperations::dataAttribute).collect(Json.toArray())));
    }

    private static Reply ofConversations(ApiCall call) {
        if (call.version().isBefore(ApiVersion.V2_16)) {
            throw new ApiError(400, "intercom_version_invalid", "Requested resource is not available in current API version.");
        }
        return Reply.json(200, Json.object("type", "list", "data", call.workspace().attributes().stream()
                .filter(attribute -> attribute.model().equals("conversation"))
                .map(AttributeOperations::conversationAttribute).collect(Json.toArray())));
    }

    private static JsonObject dataAttribute(Attribute attribute) {
        JsonObject json = Json.object("type", "data_attribute", "name", attribute.name(), "full_name", attribute.fullName(),
                "label", attribute.label(), "description", attribute.description(), "data_type", attribute.dataType(),
                "api_writable", attribute.custom(), "ui_writable", false, "messenger_writable", true,
                "custom", attribute.custom(), "archived", false, "model", attribute.model());
        if (attribute.custom()) {
            json.addProperty("id", attribute.id());
        }
        return json;
    }

    private static JsonObject conversationAttribute(Attribute attribute) {
        return Json.object("type", "conversation_attribute", "id", attribute.id(), "name", attribute.name(), "description", attribute.description(),
                "data_type", attribute.dataType(), "required", false, "visible_to_team_ids", new JsonArray(), "archived", false,
                "created_at", 1_671_465_577L, "updated_at", 1_671_465_577L, "admin_id", "5017692", "multiline", false);
    }
}
