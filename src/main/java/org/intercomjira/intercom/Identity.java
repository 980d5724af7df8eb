package org.intercomjira.intercom;

import org.intercomjira.platform.VisibleText;

/** Who a token belongs to, and in which workspace: {@code GET /me}. A workspace without a name goes by its id. */
public record Identity(Teammate teammate, WorkspaceId workspace, String workspaceName, Region region) {
    public Identity {
        workspaceName = VisibleText.or(workspaceName, workspace.value());
    }
}
