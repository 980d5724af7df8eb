package org.intercomjira.link;

import org.intercomjira.platform.ProjectId;

/** Is called for each link of an issue that was moved to another project, after the link was moved. */
public interface MoveListener {
    void moved(Link link, ProjectId project);
}
