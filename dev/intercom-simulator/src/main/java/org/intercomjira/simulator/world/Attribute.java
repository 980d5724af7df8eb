package org.intercomjira.simulator.world;

/**
 * A field that contacts, companies or conversations of a workspace may have.
 *
 * @param model contact, company or conversation
 * @param fullName the path to the value in the object
 */
public record Attribute(long id, String model, String name, String fullName, String label, String description, String dataType, boolean custom) {}
