package org.intercomjira.simulator.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.simulator.api.ConversationJson;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Author;
import org.intercomjira.simulator.world.Contact;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.Conversations;
import org.intercomjira.simulator.world.MessageHtml;
import org.intercomjira.simulator.world.Source;
import org.intercomjira.simulator.world.State;
import org.intercomjira.simulator.world.Workspace;
import org.intercomjira.simulator.world.World;

/** Makes, changes, shows and deletes conversations, whatever Intercom would say to it. */
public final class ConversationControl {

    private static final long A_DAY = 86_400;
    private static final int MOST_AT_ONCE = 100_000;

    private final World world;

    public ConversationControl(World world) {
        this.world = world;
    }

    void offerTo(Router<Function<Call, Reply>> operations) {
        operations.on("POST", "/conversations", this::make)
                .on("GET", "/conversations/{id}", this::show)
                .on("PUT", "/conversations/{id}", this::change)
                .on("DELETE", "/conversations/{id}", this::delete)
                .on("POST", "/contacts/{id}/merge", this::merge);
    }

    /** {@code {"workspace","title","subject","body","html","state","contact":{"name","email","role","custom_attributes"},"attachments","count"}}, all but workspace optional. */
    private Reply make(Call call) {
        JsonObject body = Control.body(call);
        Workspace workspace = world.workspace(Json.text(body, "workspace").orElse("ecahpwf5"))
                .orElseThrow(() -> new BadControlCall(404, "There is no such workspace"));
        int count = Json.text(body, "count").map(Integer::valueOf).orElse(1);
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new BadControlCall(400, "count must be between 1 and " + MOST_AT_ONCE);
        }
        Contact contact = contact(workspace, body.get("contact") instanceof JsonObject given ? given : new JsonObject());
        JsonArray ids = new JsonArray();
        for (int i = 0; i < count; i++) {
            ids.add(begin(workspace, contact, body));
        }
        return Reply.json(201, Json.object("id", ids.get(0), "ids", ids, "workspace", workspace.id(), "contact", contact.id()));
    }

    private static String begin(Workspace workspace, Contact contact, JsonObject body) {
        String text = Json.text(body, "html").orElseGet(() -> MessageHtml.clean(Json.text(body, "body").orElse("Hello, I need help.")));
        Source source = new Source(Json.text(body, "type").orElse("conversation"), "403918334", "customer_initiated",
                Json.text(body, "subject").orElse(""), text, contact.author(), null);
        String id = workspace.conversations().begin(source, contact.id());
        workspace.conversations().change(id, conversation -> apply(workspace, conversation, body));
        return id;
    }

    private static Contact contact(Workspace workspace, JsonObject given) {
        Optional<String> id = Json.text(given, "id");
        if (id.isPresent()) {
            return workspace.contact(id.get()).orElseThrow(() -> new BadControlCall(404, "There is no such contact"));
        }
        String role = Json.text(given, "role").orElse("user");
        String newId = workspace.newContactId();
        Contact contact = new Contact(newId, role, role.equals("user") ? newId.substring(16) : null,
                Json.text(given, "name").orElse(role.equals("user") ? "Casey Customer" : null), Json.text(given, "email").orElse(null), null,
                new Contact.Place("Ireland", "IE", "Dublin"), workspace.conversations().now(), List.of(),
                given.get("custom_attributes") instanceof JsonObject attributes ? attributes : new JsonObject());
        workspace.add(contact);
        return contact;
    }

    private Reply show(Call call) {
        return Reply.json(200, find(call).conversations().read(call.parameter("id"), conversation -> whole(find(call), conversation)).orElseThrow());
    }

    private Reply change(Call call) {
        Workspace workspace = find(call);
        JsonObject body = Control.body(call);
        return Reply.json(200, workspace.conversations().change(call.parameter("id"), conversation -> {
            apply(workspace, conversation, body);
            return whole(workspace, conversation);
        }).orElseThrow());
    }

    private Reply delete(Call call) {
        find(call).conversations().delete(call.parameter("id"));
        return Reply.empty(204);
    }

    /** {@code {"into": id}}: both are one from now on. */
    private Reply merge(Call call) {
        String into = Json.text(Control.body(call), "into").orElseThrow(() -> new BadControlCall(400, "into is missing"));
        Workspace workspace = world.workspaces().stream().filter(each -> each.contact(call.parameter("id")).isPresent() && each.contact(into).isPresent()).findFirst()
                .orElseThrow(() -> new BadControlCall(404, "There are no such two contacts in one workspace"));
        workspace.merge(call.parameter("id"), into);
        return Reply.empty(204);
    }

    private static Conversation apply(Workspace workspace, Conversation conversation, JsonObject wishes) {
        Json.text(wishes, "title").ifPresent(conversation::retitle);
        Json.text(wishes, "priority").ifPresent(conversation::prioritise);
        Json.text(wishes, "customerReply").map(MessageHtml::clean).ifPresent(html -> conversation.customerReply(
                workspace.conversations().stamp(null), workspace.contact(conversation.contactId()).orElseThrow().author(), html));
        Json.text(wishes, "customerReplyHtml").ifPresent(html -> conversation.customerReply(
                workspace.conversations().stamp(null), workspace.contact(conversation.contactId()).orElseThrow().author(), html));
        if (wishes.get("attachments") instanceof JsonArray files) {
            conversation.attach(files);
        }
        Json.text(wishes, "state").map(State::of).ifPresent(state -> enter(workspace, conversation, state));
        return conversation;
    }

    private static void enter(Workspace workspace, Conversation conversation, State state) {
        Conversations conversations = workspace.conversations();
        Author teammate = workspace.teammates().get(workspace.teammates().size() - 1).author();
        switch (state) {
            case OPEN -> conversation.open(conversations.stamp(null), teammate);
            case CLOSED -> conversation.close(conversations.stamp(null), teammate, null);
            case SNOOZED -> conversation.snooze(conversations.stamp(null), teammate, conversations.now() + A_DAY);
        }
    }

    private Workspace find(Call call) {
        return world.workspaceOfConversation(call.parameter("id")).orElseThrow(() -> new BadControlCall(404, "There is no such conversation"));
    }

    private static JsonObject whole(Workspace workspace, Conversation conversation) {
        JsonObject json = ConversationJson.newest(workspace).uncut(conversation);
        json.addProperty("workspace", workspace.id());
        json.addProperty("region", workspace.region().name());
        return json;
    }
}
