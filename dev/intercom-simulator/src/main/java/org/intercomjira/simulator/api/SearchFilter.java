package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Conversation;

/** One filter of a search: field, operator, value. */
record SearchFilter(SearchField field, String operator, List<String> wanted) implements Predicate<Conversation> {

    static SearchFilter parse(JsonObject filter, String operator) {
        String name = Json.text(filter, "field").orElseThrow(() -> ApiError.invalid("field is required"));
        SearchField field = SearchField.named(name).orElseThrow(() -> ApiError.invalid("Field '" + name + "' is not searchable"));
        if (!field.kind().allows(operator)) {
            throw ApiError.invalid("Operator '" + operator + "' is not supported for '" + name + "'");
        }
        List<String> wanted = values(filter.get("value"), operator.equals("IN") || operator.equals("NIN"));
        boolean numeric = field.kind() == SearchField.Kind.DATE || field.kind() == SearchField.Kind.NUMBER;
        if (numeric && !wanted.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
            throw ApiError.invalid("'" + name + "' takes numbers");
        }
        return new SearchFilter(field, operator, wanted);
    }

    private static List<String> values(JsonElement value, boolean list) {
        if (list) {
            if (!(value instanceof JsonArray array)) {
                throw ApiError.invalid("The value must be an array");
            }
            return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
        }
        if (value == null || value.isJsonNull()) {
            return List.of();
        }
        if (!value.isJsonPrimitive()) {
            throw ApiError.invalid("The value must be a single one");
        }
        return List.of(value.getAsString());
    }

    @Override
    public boolean test(Conversation conversation) {
        List<String> actual = field.values().apply(conversation);
        return switch (operator) {
            case "=", "IN" -> isAnyOf(actual);
            case "!=", "NIN" -> !isAnyOf(actual);
            case "~" -> any(actual, String::contains);
            case "!~" -> !any(actual, String::contains);
            case "^" -> any(actual, String::startsWith);
            case "$" -> any(actual, String::endsWith);
            // "Greater (or equal) than", says the description.
            case ">", ">=" -> actual.stream().anyMatch(value -> Long.parseLong(value) >= limit());
            case "<", "<=" -> actual.stream().anyMatch(value -> Long.parseLong(value) <= limit());
            default -> throw new IllegalStateException(operator);
        };
    }

    /** No wanted value stands for null: the conversation has none. */
    private boolean isAnyOf(List<String> actual) {
        return wanted.isEmpty() ? actual.isEmpty() : any(actual, String::equals);
    }

    private long limit() {
        return Long.parseLong(wanted.get(0));
    }

    private boolean any(List<String> actual, BiPredicate<String, String> matches) {
        return actual.stream().anyMatch(value -> wanted.stream().anyMatch(want -> matches.test(lower(value), lower(want))));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
