package org.intercomjira.link;

import org.intercomjira.connection.LinkCensus;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** Tells the settings page of links that get no notes. */
@Component
public class LinksOfOtherWorkspaces implements LinkCensus {
    private final LinkService links;

    public LinksOfOtherWorkspaces(LinkService links) {
        this.links = links;
    }

    @Override
    public int linksOfOtherWorkspaces(ProjectId project, WorkspaceId current) {
        return links.countOfOtherWorkspaces(project, current);
    }
}
