package org.intercomjira.simulator.api;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.intercomjira.simulator.http.Json;

/** Cuts lists into pages. The cursor names the last object of the page before, so that changes between two calls move little. */
record Paging(int perPage, int page, Optional<String> after) {

    private static final int DEFAULT_PER_PAGE = 20;
    private static final int MOST_PER_PAGE = 150;

    /** From {@code per_page} and {@code starting_after}. */
    static Paging of(JsonObject pagination) {
        int perPage = Json.text(pagination, "per_page").map(Paging::size).orElse(DEFAULT_PER_PAGE);
        Optional<String> cursor = Json.text(pagination, "starting_after").filter(text -> !text.isEmpty());
        if (cursor.isEmpty()) {
            return new Paging(perPage, 1, Optional.empty());
        }
        String[] parts = decode(cursor.get()).split(":");
        if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
            throw badCursor();
        }
        return new Paging(perPage, Integer.parseInt(parts[1]), Optional.of(parts[0]));
    }

    /** The page of the list as Intercom's lists look; objects need an {@code id}. */
    JsonObject cut(String type, String member, List<JsonObject> all) {
        int from = after.map(id -> indexOf(id, all) + 1).orElse(0);
        List<JsonObject> cut = all.subList(from, Math.min(all.size(), from + perPage));
        JsonObject pages = Json.object("type", "pages", "page", page, "per_page", perPage, "total_pages", (all.size() + perPage - 1) / perPage);
        if (from + perPage < all.size()) {
            String cursor = encode(cut.get(cut.size() - 1).get("id").getAsString() + ":" + (page + 1));
            pages.add("next", Json.object("page", page + 1, "per_page", perPage, "starting_after", cursor));
        }
        return Json.object("type", type, "pages", pages, "total_count", all.size(), member, cut.stream().collect(Json.toArray()));
    }

    private static int indexOf(String id, List<JsonObject> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("id").getAsString().equals(id)) {
                return i;
            }
        }
        throw badCursor();
    }

    private static int size(String text) {
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_PER_PAGE) {
            throw ApiError.invalid("per_page must be between 1 and " + MOST_PER_PAGE);
        }
        return Integer.parseInt(text);
    }

    private static String encode(String cursor) {
        return Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw badCursor();
        }
    }

    private static ApiError badCursor() {
        return new ApiError(400, "client_error", "starting_after is not a valid cursor");
    }
}
