package org.intercomjira.intercom;

/** Who a token belongs to, and in which workspace: {@code GET /me}. */
public record Identity(Teammate teammate, WorkspaceId workspace, String workspaceName, Region region) {
}
