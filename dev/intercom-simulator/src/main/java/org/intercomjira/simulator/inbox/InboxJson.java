package org.intercomjira.simulator.inbox;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Author;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.MessageHtml;
import org.intercomjira.simulator.world.Part;
import org.intercomjira.simulator.world.PlainText;
import org.intercomjira.simulator.world.Workspace;

/** Conversations for the page's eyes. Member {@code html} is cleaned once more: it is the only thing that the page does not show as text. */
final class InboxJson {

    private static final int EXCERPT = 90;

    private InboxJson() {}

    static JsonObject row(Workspace workspace, Conversation conversation) {
        return Json.object("id", conversation.id(), "title", title(conversation), "state", conversation.state().wireName(),
                "contact", name(conversation.source().author()), "updatedAt", conversation.updatedAt(), "excerpt", latest(conversation));
    }

    static JsonObject thread(Workspace workspace, Conversation conversation) {
        JsonObject json = row(workspace, conversation);
        String assignee = workspace.teammate(String.valueOf(conversation.adminAssignee())).map(teammate -> teammate.name()).orElse(null);
        json.add("assignee", Json.object("name", assignee).get("name"));
        JsonObject first = message(conversation.source().id(), "comment", conversation.source().author(), conversation.createdAt(), conversation.source().body());
        json.add("messages", Stream.concat(Stream.of(first), conversation.parts().stream()
                .map(part -> message(part.id(), part.type(), part.author(), part.at(), part.body()))).collect(Json.toArray()));
        return json;
    }

    private static JsonObject message(String id, String type, Author author, long at, String html) {
        return Json.object("id", id, "type", type, "author", name(author), "authorType", author.type(), "at", at,
                "html", html == null ? null : MessageHtml.clean(html));
    }

    private static String title(Conversation conversation) {
        return conversation.title().orElseGet(() -> conversation.source().subject().isEmpty()
                ? shorten(PlainText.of(conversation.source().body())) : conversation.source().subject());
    }

    private static String latest(Conversation conversation) {
        return shorten(conversation.parts().stream().map(Part::body).filter(body -> body != null).reduce((first, second) -> second)
                .map(PlainText::of).orElseGet(() -> PlainText.of(conversation.source().body())));
    }

    private static String shorten(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    private static String name(Author author) {
        return author.name() == null ? "Unnamed visitor" : author.name();
    }
}
