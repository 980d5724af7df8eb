package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Conversation;

/** Reads the {@code query} of a conversation search: one filter, or groups of at most 15, nested at most twice. */
final class SearchQuery {

    private static final int MOST_IN_GROUP = 15;
    private static final int DEEPEST = 2;

    private SearchQuery() {}

    static Predicate<Conversation> parse(JsonObject query) {
        return parse(query, 0);
    }

    private static Predicate<Conversation> parse(JsonObject query, int depth) {
        String operator = Json.text(query, "operator").orElseThrow(() -> ApiError.invalid("operator is required"));
        return operator.equals("AND") || operator.equals("OR")
                ? group(operator, query.get("value"), depth + 1)
                : SearchFilter.parse(query, operator);
    }

    private static Predicate<Conversation> group(String operator, JsonElement value, int depth) {
        if (depth > DEEPEST) {
            throw ApiError.invalid("There is a limit of " + DEEPEST + " nested filters");
        }
        if (!(value instanceof JsonArray filters) || filters.isEmpty() || filters.size() > MOST_IN_GROUP) {
            throw ApiError.invalid("A group has between 1 and " + MOST_IN_GROUP + " filters");
        }
        List<Predicate<Conversation>> members = new ArrayList<>();
        for (JsonElement filter : filters) {
            if (!(filter instanceof JsonObject object)) {
                throw ApiError.invalid("A filter is an object");
            }
            members.add(parse(object, depth));
        }
        return operator.equals("AND")
                ? conversation -> members.stream().allMatch(member -> member.test(conversation))
                : conversation -> members.stream().anyMatch(member -> member.test(conversation));
    }
}
