package org.intercomjira.simulator.world;

/**
 * One thing that happened in a conversation after its first message.
 *
 * @param body HTML, or null
 * @param assignedTo null unless the part assigns
 * @param state of the conversation after the part
 * @param packageCode of the app that made the part over the API, or null
 */
public record Part(String id, String type, String body, long at, Author author, Assignee assignedTo, State state, String packageCode) {

    /** A teammate (admin) or a team. */
    public record Assignee(String type, String id) {}

    /** What every new part has beside its content. */
    public record Stamp(String partId, long at, String packageCode) {}
}
