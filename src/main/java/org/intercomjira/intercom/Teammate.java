package org.intercomjira.intercom;

/** A teammate. The e-mail and the avatar's address may be null: Intercom leaves them out at times. */
public record Teammate(TeammateId id, String name, String email, String avatarUrl) {
}
