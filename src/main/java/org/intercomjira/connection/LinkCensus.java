package org.intercomjira.connection;

import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;

/** Counts links for the settings page. Implemented by the feature that owns links, which itself depends on connections. */
public interface LinkCensus {
    /** How many links of the project belong to other workspaces than this. */
    int linksOfOtherWorkspaces(ProjectId project, WorkspaceId current);
}
