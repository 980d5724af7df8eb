package org.intercomjira.connection;

import java.time.Instant;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ProjectId;

/** What a state stands for. */
record PendingConsent(String userKey, ProjectId project, Region region, Instant expiresAt) {
}
