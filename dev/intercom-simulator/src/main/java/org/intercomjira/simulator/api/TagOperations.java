package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Conversations;
import org.intercomjira.simulator.world.Tag;

/** Tags of the workspace and of conversations. */
final class TagOperations {

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("GET", "/tags", TagOperations::list)
                .on("POST", "/tags", TagOperations::make)
                .on("POST", "/conversations/{id}/tags", TagOperations::attach)
                .on("DELETE", "/conversations/{id}/tags/{tag}", TagOperations::detach);
    }

    private static Reply list(ApiCall call) {
        return Reply.json(200, Json.object("type", "list", "data", call.workspace().tags().stream().map(TagOperations::json).collect(Json.toArray())));
    }

    private static Reply make(ApiCall call) {
        Tag tag = call.text("name").filter(name -> !name.isBlank()).map(call.workspace()::tagNamed)
                .orElseThrow(() -> ApiError.invalid("invalid tag parameters"));
        JsonObject json = json(tag);
        json.add("users", new JsonArray());
        json.add("companies", new JsonArray());
        return Reply.json(200, json);
    }

    private static Reply attach(ApiCall call) {
        String admin = call.actingTeammate().id();
        Tag tag = call.workspace().tag(call.requiredText("id")).orElseThrow(TagOperations::unknownTag);
        Conversations conversations = call.workspace().conversations();
        Tag.Use use = new Tag.Use(tag, conversations.now(), admin);
        return conversations.change(call.parameter("id"), conversation -> {
            conversation.tag(use);
            return Reply.json(200, ConversationJson.tag(use));
        }).orElseThrow(TagOperations::unknownConversation);
    }

    private static Reply detach(ApiCall call) {
        call.actingTeammate();
        Optional<Tag.Use> removed = call.workspace().conversations()
                .change(call.parameter("id"), conversation -> conversation.untag(call.parameter("tag")))
                .orElseThrow(TagOperations::unknownConversation);
        return Reply.json(200, ConversationJson.tag(removed.orElseThrow(TagOperations::unknownTag)));
    }

    private static JsonObject json(Tag tag) {
        return Json.object("type", "tag", "id", tag.id(), "name", tag.name());
    }

    private static ApiError unknownTag() {
        return new ApiError(404, "tag_not_found", "Tag not found");
    }

    private static ApiError unknownConversation() {
        return new ApiError(404, "not_found", "Conversation not found");
    }
}
