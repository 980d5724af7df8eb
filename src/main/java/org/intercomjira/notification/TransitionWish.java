package org.intercomjira.notification;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.Optional;
import org.intercomjira.platform.IssueId;

/**
 * What a post function asks for.
 *
 * @param run  names this run of the function
 * @param from id of the status that the transition came from
 * @param to   id of the status that it led to; the same as {@code from} when it led nowhere, or when the function ran before Jira set it
 */
record TransitionWish(@SerializedName("i") long issue, @SerializedName("r") long run, @SerializedName("s") String from,
                      @SerializedName("t") String to, @SerializedName("p") FunctionWish wish) {
    private static final Gson GSON = new Gson();

    IssueId issueId() {
        return new IssueId(issue);
    }

    boolean leadsNowhere() {
        return from.equals(to);
    }

    boolean isOf(StatusChange status) {
        return from.equals(status.fromId()) && (leadsNowhere() || to.equals(status.toId()));
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static Optional<TransitionWish> fromJson(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, TransitionWish.class))
                    .filter(wish -> wish.from != null && wish.to != null && wish.wish != null);
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }
}
