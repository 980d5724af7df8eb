package org.intercomjira.simulator.world;

/** A label of a workspace. */
public record Tag(String id, String name) {

    /** The label on one conversation: when and by whom. */
    public record Use(Tag tag, long at, String adminId) {}
}
