package org.intercomjira.simulator.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Conversation;
import org.intercomjira.simulator.world.PlainText;
import org.intercomjira.simulator.world.State;

/**
 * A field that conversations can be searched by.
 *
 * @param kind decides which operators are allowed
 * @param values what the conversation has; several for lists such as tags, and the single words of a body
 */
record SearchField(Kind kind, Function<Conversation, List<String>> values) {

    private static final String CUSTOM = "custom_attribute.";

    private static final Map<String, SearchField> KNOWN = Map.ofEntries(
            text("id", Conversation::id),
            date("created_at", Conversation::createdAt),
            date("updated_at", Conversation::updatedAt),
            date("waiting_since", conversation -> conversation.waitingSince().orElse(null)),
            date("snoozed_until", conversation -> conversation.snoozedUntil().orElse(null)),
            text("source.type", conversation -> conversation.source().type()),
            text("source.id", conversation -> conversation.source().id()),
            text("source.delivered_as", conversation -> conversation.source().deliveredAs()),
            text("source.subject", conversation -> conversation.source().subject()),
            text("source.url", conversation -> conversation.source().url()),
            Map.entry("source.body", new SearchField(Kind.STRING, SearchField::words)),
            text("source.author.id", conversation -> conversation.source().author().id()),
            text("source.author.type", conversation -> conversation.source().author().type()),
            text("source.author.name", conversation -> conversation.source().author().name()),
            text("source.author.email", conversation -> conversation.source().author().email()),
            text("contact_ids", Conversation::contactId),
            Map.entry("teammate_ids", new SearchField(Kind.STRING, conversation -> List.copyOf(conversation.teammateIds()))),
            Map.entry("tag_ids", new SearchField(Kind.STRING, conversation -> conversation.tags().stream().map(use -> use.tag().id()).toList())),
            number("admin_assignee_id", Conversation::adminAssignee),
            number("team_assignee_id", Conversation::teamAssignee),
            number("statistics.count_conversation_parts", conversation -> conversation.parts().size()),
            text("channel_initiated", conversation -> conversation.source().type()),
            text("state", conversation -> conversation.state().wireName()),
            text("priority", Conversation::priority),
            flag("open", conversation -> conversation.state() != State.CLOSED),
            flag("read", Conversation::isRead));

    enum Kind {
        STRING(Set.of("=", "!=", "IN", "NIN", "~", "!~", "^", "$")),
        NUMBER(Set.of("=", "!=", "IN", "NIN", ">", "<", ">=", "<=")),
        DATE(Set.of("=", "!=", ">", "<")),
        FLAG(Set.of("=", "!=", "IN", "NIN"));

        private final Set<String> operators;

        Kind(Set<String> operators) {
            this.operators = operators;
        }

        boolean allows(String operator) {
            return operators.contains(operator);
        }
    }

    static Optional<SearchField> named(String name) {
        if (name.startsWith(CUSTOM)) {
            String attribute = name.substring(CUSTOM.length());
            return Optional.of(new SearchField(Kind.STRING, conversation -> Json.text(conversation.customAttributes(), attribute).stream().toList()));
        }
        return Optional.ofNullable(KNOWN.get(name));
    }

    private static List<String> words(Conversation conversation) {
        return Arrays.stream(PlainText.of(conversation.source().body()).split("[^\\p{L}\\p{N}_#@.-]+")).map(word -> word.replaceAll("[.-]+$", ""))
                .filter(word -> !word.isEmpty()).toList();
    }

    private static Map.Entry<String, SearchField> text(String name, Function<Conversation, String> value) {
        return single(name, Kind.STRING, value);
    }

    private static Map.Entry<String, SearchField> date(String name, Function<Conversation, Long> value) {
        return single(name, Kind.DATE, value);
    }

    private static Map.Entry<String, SearchField> number(String name, Function<Conversation, Number> value) {
        return single(name, Kind.NUMBER, value);
    }

    private static Map.Entry<String, SearchField> flag(String name, Function<Conversation, Boolean> value) {
        return single(name, Kind.FLAG, value);
    }

    private static Map.Entry<String, SearchField> single(String name, Kind kind, Function<Conversation, ?> value) {
        return Map.entry(name, new SearchField(kind,
                conversation -> Stream.ofNullable(value.apply(conversation)).map(Objects::toString).toList()));
    }
}
