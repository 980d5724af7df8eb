package org.intercomjira.intercom;

import java.util.Optional;

/** Reads what a person pasted to name a conversation: its id, or the address of any page of the Inbox that shows it. */
public final class ConversationAddress {
    private ConversationAddress() {
    }

    /** What the text names. */
    public sealed interface Parsed {
    }

    /** Just an id. */
    public record Id(ConversationId conversation) implements Parsed {
    }

    /** An address: it also says the region, and the workspace unless it says "the current one". */
    public record Located(ConversationId conversation, Optional<WorkspaceId> workspace, Region region) implements Parsed {
    }

    /** @param reason i18n code after {@code intercom.error.}: {@code address.empty}, {@code address.host}, {@code address.form} */
    public record Unusable(String reason) implements Parsed {
    }

    /** @param pasted what the person typed or pasted; may be null */
    public static Parsed parse(String pasted, IntercomEndpoints endpoints) {
        throw new UnsupportedOperationException("not written yet");
    }
}
