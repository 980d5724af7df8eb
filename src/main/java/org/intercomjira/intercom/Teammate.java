package org.intercomjira.intercom;

import org.intercomjira.platform.VisibleText;

/** A teammate. One without a name goes by the e-mail or the id. The e-mail and the avatar's address may be null: Intercom leaves them out at times. */
public record Teammate(TeammateId id, String name, String email, String avatarUrl) {
    public Teammate {
        email = VisibleText.orNull(email);
        name = VisibleText.or(name, email == null ? id.value() : email);
    }
}
