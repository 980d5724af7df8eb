package org.intercomjira.embedded.jira.account;

import java.time.Instant;

/** A personal access token as its owner sees it later: without the token. {@code expiresAt} is null for one that stays. */
public record AccessToken(long id, String name, Instant createdAt, Instant expiresAt) {
    /** A token at the only moment when it can be read. */
    public record Fresh(AccessToken token, String raw) {
    }
}
