package org.intercomjira.connection;

import java.net.URI;
import java.time.Instant;
import org.intercomjira.intercom.Region;

/**
 * A project's connection as its administrators see it.
 *
 * @param state                  {@code not_connected}, {@code connected} or {@code broken}; of the rest, what does not apply is null
 * @param linksOfOtherWorkspaces how many links of this project get no notes because they belong to other workspaces
 * @param appConfigured          whether the Jira administrator has filled in the Intercom app
 * @param fixedRegion            null when the project chooses
 * @param waitingKeptUntil       until when what waits is kept for another connection after Revoke
 */
record ConnectionView(String state, String stateReason, String stateReasonText, Instant stateSince, Workspace workspace, Region region,
        AppUser appUser, String previousAppUser, Person connectedBy, Instant connectedAt, Instant lastSuccess, Deliveries deliveries,
        Integer linksOfOtherWorkspaces, boolean appConfigured, Region fixedRegion, Instant waitingKeptUntil) {
    /** @param waitingKeptUntil null when nothing waits for another connection */
    static ConnectionView notConnected(Deliveries deliveries, boolean appConfigured, Region fixedRegion, Instant waitingKeptUntil) {
        return new ConnectionView("not_connected", null, null, null, null, null, null, null, null, null, null, deliveries, null, appConfigured, fixedRegion,
                waitingKeptUntil);
    }

    record Workspace(String id, String name, URI url) {
    }

    /** @param avatar null when there is none that a page may show */
    record AppUser(String id, String name, String email, String avatar) {
    }

    record Person(String key, String name) {
    }

    record Deliveries(int waiting, int delivered24h, int failed) {
    }
}
