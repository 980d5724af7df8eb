package org.intercomjira.acceptance.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Set;

/**
 * Something that Jira committed, as the embedded Jira's own journal has it; nothing of the plugin is asked for it.
 *
 * @param id     rises in the true order of an issue's commits
 * @param record the id of the change or comment; null where Jira keeps neither
 * @param clock  what the node's own clock showed
 * @param hidden whether the issue or the text was not for everybody, or made to be silent
 */
record Commit(long id, String issue, String kind, Long record, String node, Instant clock, boolean hidden) {
    private static final Set<String> TOLD_KINDS = Set.of("STATUS", "ASSIGNEE", "COMMENT");
    private static final Set<String> HIDING_KINDS = Set.of("SECURITY", "ARCHIVED");

    static Commit of(JsonObject row) {
        boolean hidden = isThere(row.get("security")) || row.get("restricted").getAsBoolean() || row.get("archived").getAsBoolean() || row.get("silent").getAsBoolean();
        return new Commit(row.get("id").getAsLong(), row.get("issue").getAsString(), row.get("kind").getAsString(), isThere(row.get("record")) ? row.get("record").getAsLong() : null,
                row.get("node").getAsString(), Instant.ofEpochMilli(row.get("clock").getAsLong()), hidden);
    }

    private static boolean isThere(JsonElement element) {
        return element != null && !element.isJsonNull();
    }

    /** Whether a note may tell of it. */
    boolean isFact() {
        return record != null && TOLD_KINDS.contains(kind);
    }

    boolean isComment() {
        return kind.equals("COMMENT");
    }

    /** Whether the issue was hidden by it or shown again. */
    boolean changesWhoSeesTheIssue() {
        return HIDING_KINDS.contains(kind);
    }

    /** As it stands in the address behind the issue's key in a note. */
    String fact() {
        return (isComment() ? "comment-" : "change-") + record;
    }
}
