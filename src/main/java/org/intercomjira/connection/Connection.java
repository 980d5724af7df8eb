package org.intercomjira.connection;

import java.time.Instant;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.VisibleText;

/**
 * The authorised tie between a project and a workspace. The token is not here, see {@link ConnectionService#access}.
 *
 * @param appUser     everything that is done in Intercom is done as this teammate
 * @param stateReason code, i18n key {@code intercom.connection.reason.<code>}; null while connected
 * @param connectedBy    key of the Jira user who connected the project last
 * @param connectedAt    when the project was last connected or reconnected
 * @param connectedSince since when the project is connected to this workspace without interruption; a Reconnect keeps it
 */
public record Connection(ProjectId project, WorkspaceId workspace, String workspaceName, Region region, Teammate appUser,
        ConnectionState state, String stateReason, Instant stateSince, String connectedBy, Instant connectedAt, Instant connectedSince) {
    public Connection {
        workspaceName = VisibleText.or(workspaceName, workspace.value());
    }

    /** A connection that begins when it is made. */
    public Connection(ProjectId project, WorkspaceId workspace, String workspaceName, Region region, Teammate appUser, ConnectionState state,
            String stateReason, Instant stateSince, String connectedBy, Instant connectedAt) {
        this(project, workspace, workspaceName, region, appUser, state, stateReason, stateSince, connectedBy, connectedAt, connectedAt);
    }

    /** The connection in the place of an earlier one of the same project: to the same workspace it goes on, to another it begins. */
    Connection after(Connection earlier) {
        return !workspace.equals(earlier.workspace) ? this : new Connection(project, workspace, workspaceName, region, appUser, state, stateReason,
                stateSince, connectedBy, connectedAt, earlier.connectedSince);
    }
}
