package org.intercomjira.simulator.world;

import java.util.List;

/** A person or service account with a seat; the API calls it an admin. */
public record Teammate(String id, String name, String email, String jobTitle, boolean hasAvatar, List<Long> teamIds) {

    public Author author() {
        return new Author("admin", id, name, email);
    }
}
