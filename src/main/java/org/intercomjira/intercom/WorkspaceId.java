package org.intercomjira.intercom;

/** Intercom's id of a workspace, {@code app.id_code} in {@code GET /me}. */
public record WorkspaceId(String value) {
}
