package org.intercomjira.intercom;

import java.util.concurrent.CompletableFuture;
import org.intercomjira.platform.Secret;
import org.springframework.stereotype.Component;

/** Calls Intercom. No method blocks; no future fails with an exception: what went wrong is a {@link Failure}. */
@Component
public class IntercomClient {
    /** The token for a code that a teammate's consent gave. The code is sent as it came, with any {@code =} at its end. */
    public CompletableFuture<Answer<Secret>> exchangeCode(OAuthApp app, String code) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Who the token belongs to. */
    public CompletableFuture<Answer<Identity>> me(Access access) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Takes the app out of the workspace, which revokes every token of it. A token that is already lost counts as success. */
    public CompletableFuture<Answer<Void>> uninstall(Access access) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The conversation with its most recent parts; their bodies are HTML. */
    public CompletableFuture<Answer<Conversation>> conversation(Access access, ConversationId id) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Writes an internal note. Never repeated by the client: Intercom has no idempotency keys. */
    public CompletableFuture<Answer<Conversation>> note(Access access, ConversationId id, TeammateId author, String html) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Opens a closed or snoozed conversation. */
    public CompletableFuture<Answer<Conversation>> open(Access access, ConversationId id, TeammateId author) {
        throw new UnsupportedOperationException("not written yet");
    }
}
