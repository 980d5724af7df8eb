package org.intercomjira.simulator.api;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Author;
import org.intercomjira.simulator.world.Contact;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.Conversations;
import org.intercomjira.simulator.world.MessageHtml;
import org.intercomjira.simulator.world.Part;

/** Notes, replies and changes of state. An answer holds the whole conversation, but only the parts that are new. */
final class WritingOperations {

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("POST", "/conversations/{id}/reply", WritingOperations::reply)
                .on("POST", "/conversations/{id}/parts", WritingOperations::manage);
    }

    private static Reply reply(ApiCall call) {
        return switch (call.requiredText("type")) {
            case "admin" -> teammateReply(call);
            case "user" -> customerReply(call);
            default -> throw ApiError.invalid("type must be admin or user");
        };
    }

    private static Reply teammateReply(ApiCall call) {
        Author author = call.actingTeammate().author();
        return switch (call.requiredText("message_type")) {
            case "note" -> {
                String html = requiredBody(call);
                yield change(call, call.parameter("id"), (conversation, stamp) -> Optional.of(conversation.note(stamp, author, html)));
            }
            case "comment" -> {
                String html = requiredBody(call);
                yield change(call, call.parameter("id"), (conversation, stamp) -> Optional.of(conversation.comment(stamp, author, html)));
            }
            case "quick_reply" -> change(call, call.parameter("id"), (conversation, stamp) -> Optional.of(conversation.quickReply(stamp, author)));
            default -> throw ApiError.invalid("message_type must be comment, note or quick_reply");
        };
    }

    private static Reply customerReply(ApiCall call) {
        Contact contact = contact(call);
        String html = requiredBody(call);
        String id = call.parameter("id").equals("last") ? lastOf(call, contact) : call.parameter("id");
        return change(call, id, (conversation, stamp) -> Optional.of(conversation.customerReply(stamp, contact.author(), html)));
    }

    private static Contact contact(ApiCall call) {
        Optional<String> id = call.text("intercom_user_id");
        Optional<String> externalId = call.text("user_id");
        Optional<String> email = call.text("email");
        return call.workspace().contacts().stream()
                .filter(contact -> id.map(contact.id()::equals)
                        .or(() -> externalId.map(value -> value.equals(contact.externalId())))
                        .or(() -> email.map(value -> value.equals(contact.email()))).orElse(false))
                .findFirst().orElseThrow(() -> new ApiError(404, "not_found", "User Not Found"));
    }

    private static String lastOf(ApiCall call, Contact contact) {
        return call.workspace().conversations().list(conversation -> conversation.contactId().equals(contact.id()), Conversation::id)
                .stream().findFirst().orElseThrow(ApiError::notFound);
    }

    private static Reply manage(ApiCall call) {
        String type = call.requiredText("message_type");
        Author author = call.actingTeammate().author();
        String html = call.text("body").map(MessageHtml::clean).filter(body -> !body.isEmpty()).orElse(null);
        return change(call, call.parameter("id"), switch (type) {
            case "close" -> (conversation, stamp) -> conversation.close(stamp, author, html);
            case "open" -> (conversation, stamp) -> conversation.open(stamp, author);
            case "snoozed" -> {
                long until = wakingTime(call);
                yield (conversation, stamp) -> Optional.of(conversation.snooze(stamp, author, until));
            }
            case "assignment" -> {
                Part.Assignee assignee = assignee(call);
                yield (conversation, stamp) -> Optional.of(conversation.assign(stamp, author, assignee, html));
            }
            default -> throw ApiError.invalid("message_type must be close, open, snoozed or assignment");
        });
    }

    private static long wakingTime(ApiCall call) {
        String text = call.requiredText("snoozed_until");
        if (!text.matches("\\d{1,12}") || Long.parseLong(text) <= call.workspace().conversations().now()) {
            throw ApiError.invalid("snoozed_until must be a time in the future");
        }
        return Long.parseLong(text);
    }

    private static Part.Assignee assignee(ApiCall call) {
        String id = call.requiredText("assignee_id");
        String type = call.requiredText("type");
        boolean known = id.equals("0") || switch (type) {
            case "admin" -> call.workspace().teammate(id).isPresent();
            case "team" -> call.workspace().teams().stream().anyMatch(team -> team.id().equals(id));
            default -> throw ApiError.invalid("type must be admin or team");
        };
        if (!known) {
            throw new ApiError(404, "assignee_not_found", "Assignee not found");
        }
        return new Part.Assignee(type, id);
    }

    private static String requiredBody(ApiCall call) {
        String html = MessageHtml.clean(call.text("body").orElse(""));
        if (html.isEmpty()) {
            throw ApiError.invalid("Body is required");
        }
        return html;
    }

    private static Reply change(ApiCall call, String id, BiFunction<Conversation, Part.Stamp, Optional<Part>> change) {
        Conversations conversations = call.workspace().conversations();
        return conversations.change(id, conversation -> {
            List<Part> made = change.apply(conversation, conversations.stamp(call.grant().packageCode())).stream().toList();
            return ConversationJson.of(call).withNew(conversation, made);
        }).map(json -> Reply.json(200, json)).orElseThrow(ApiError::notFound);
    }
}
