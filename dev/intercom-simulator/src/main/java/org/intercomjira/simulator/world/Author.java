package org.intercomjira.simulator.world;

/** Who wrote a message: admin, user, lead or bot. Name and e-mail of a lead may be null. */
public record Author(String type, String id, String name, String email) {}
