package org.intercomjira.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.intercomjira.platform.VisibleText;

/**
 * What REST tells of an issue's links: all that the panel needs. Instants become epoch milliseconds.
 *
 * @param commentsFiltered only comments with the filter's word are told to the conversations
 */
record LinksView(int count, List<LinkView> links, Permissions permissions, ConnectionView connection,
                 boolean linkingEnabled, boolean panelEnabled, boolean conversationViewEnabled, boolean repliesAllowed,
                 boolean commentsFiltered) {
    /** What the caller may do. */
    record Permissions(boolean canLink, boolean canAdminister) {
    }

    /** @param state {@code connected}, {@code broken} or {@code missing}; the workspace is null when it is missing */
    record ConnectionView(String state, WorkspaceView workspace) {
    }

    /** A workspace by Intercom's id and name, which may be null. */
    record WorkspaceView(String id, String name) {
        WorkspaceView {
            name = VisibleText.orNull(name);
        }
    }

    /**
     * One link.
     *
     * @param state    {@code ok}, {@code other_workspace}, {@code gone}, {@code forbidden} or {@code unchecked}
     * @param snapshot null while the conversation has never been read
     * @param stale    the snapshot should be read again, and can be
     * @param unsent   something that was written from this issue is not there yet
     */
    record LinkView(long id, String conversationId, WorkspaceView workspace, String state, URI url, SnapshotView snapshot,
                    Instant snapshotAt, boolean stale, boolean unsent, String linkedBy, Instant linkedAt, String origin) {
    }

    /** What was stored of the conversation. */
    record SnapshotView(String subject, String excerpt, ContactView contact, List<CompanyView> companies, String state, Long updatedAt) {
    }

    /** The customer, null in the snapshot when Intercom names none. */
    record ContactView(String name, String kind, List<FieldView> fields) {
    }

    /** A company of the customer's. */
    record CompanyView(String name, List<FieldView> fields) {
    }

    /**
     * @param time  what the value means when it is a point in time; null otherwise
     * @param named whether the name can be seen
     */
    record FieldView(String name, String value, Instant time, boolean named) {
    }
}
