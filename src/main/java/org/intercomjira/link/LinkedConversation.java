package org.intercomjira.link;

import java.time.Instant;
import java.util.Optional;
import org.intercomjira.intercom.Region;

/**
 * A link with what was stored about its conversation, enough to show it without asking Intercom.
 *
 * @param workspaceName as it was when the link was made: it is told when the project has moved to another workspace
 * @param snapshot      null while the conversation has never been read
 * @param snapshotAt   null like the snapshot
 * @param unsent       something that was written to the conversation from the issue is not there yet
 */
record LinkedConversation(Link link, String workspaceName, Region region, RemoteState remoteState,
                          Snapshot snapshot, Instant snapshotAt, boolean unsent) {
    Optional<Snapshot> lastSeen() {
        return Optional.ofNullable(snapshot);
    }
}
