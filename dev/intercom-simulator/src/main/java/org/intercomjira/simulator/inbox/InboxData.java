package org.intercomjira.simulator.inbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.MessageHtml;
import org.intercomjira.simulator.world.Part;
import org.intercomjira.simulator.world.Region;
import org.intercomjira.simulator.world.Teammate;
import org.intercomjira.simulator.world.Workspace;
import org.intercomjira.simulator.world.World;
import org.jsoup.nodes.Entities;

/** What the Inbox page asks for and does, below {@code /inbox-data/{workspace}}. */
public final class InboxData {

    private static final long A_DAY = 86_400;

    private final Router<Function<Call, Reply>> operations = new Router<>();
    private final World world;

    public InboxData(World world) {
        this.world = world;
        operations.on("GET", "/inbox-data/{workspace}", this::list)
                .on("GET", "/inbox-data/{workspace}/{id}", this::thread)
                .on("POST", "/inbox-data/{workspace}/{id}/customer", this::writeAsCustomer)
                .on("POST", "/inbox-data/{workspace}/{id}/close", call -> act(call, (conversation, stamp) -> conversation.close(stamp, teammate(call).author(), null)))
                .on("POST", "/inbox-data/{workspace}/{id}/open", call -> act(call, (conversation, stamp) -> conversation.open(stamp, teammate(call).author())))
                .on("POST", "/inbox-data/{workspace}/{id}/snooze", call -> act(call, (conversation, stamp) ->
                        conversation.snooze(stamp, teammate(call).author(), stamp.at() + A_DAY)));
    }

    /** A workspace of another region is not there. */
    public Reply answer(Region region, Call call) {
        return operations.route(call).filter(match -> world.workspace(match.call().parameter("workspace"))
                        .filter(workspace -> workspace.region() == region).isPresent())
                .map(match -> match.handler().apply(match.call())).orElseGet(() -> Reply.empty(404));
    }

    /** 204 when nothing has changed since the revision that the page knows. */
    private Reply list(Call call) {
        Workspace workspace = workspace(call);
        String revision = String.valueOf(workspace.conversations().revision());
        if (call.queryParameter("revision").filter(revision::equals).isPresent()) {
            return Reply.empty(204);
        }
        return Reply.json(200, Json.object("workspace", workspace.name(), "region", workspace.region().name(), "revision", revision,
                "conversations", workspace.conversations().list(conversation -> true, conversation -> InboxJson.row(workspace, conversation))
                        .stream().collect(Json.toArray())));
    }

    private Reply thread(Call call) {
        return workspace(call).conversations().read(call.parameter("id"), conversation -> InboxJson.thread(workspace(call), conversation))
                .map(json -> Reply.json(200, json)).orElseGet(() -> Reply.empty(404));
    }

    private Reply writeAsCustomer(Call call) {
        String html = Json.parse(call.body()).flatMap(body -> Json.text(body, "text")).map(InboxData::paragraph).orElse("");
        if (html.isEmpty()) {
            return Reply.empty(400);
        }
        return act(call, (conversation, stamp) ->
                workspace(call).contact(conversation.contactId()).ifPresent(contact -> conversation.customerReply(stamp, contact.author(), html)));
    }

    /** What a customer types is text, never HTML. */
    private static String paragraph(String text) {
        return MessageHtml.clean(Entities.escape(text.strip()).replace("\n", "<br>"));
    }

    private Reply act(Call call, BiConsumer<Conversation, Part.Stamp> action) {
        Workspace workspace = workspace(call);
        Optional<JsonObject> after = workspace.conversations().change(call.parameter("id"), conversation -> {
            action.accept(conversation, workspace.conversations().stamp(null));
            return InboxJson.thread(workspace, conversation);
        });
        return after.map(json -> Reply.json(200, json)).orElseGet(() -> Reply.empty(404));
    }

    /** The second teammate: the first is the one whom apps act as. */
    private Teammate teammate(Call call) {
        List<Teammate> teammates = workspace(call).teammates();
        return teammates.get(Math.min(1, teammates.size() - 1));
    }

    private Workspace workspace(Call call) {
        return world.workspace(call.parameter("workspace")).orElseThrow();
    }
}
