package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.intercom.ConversationAddress;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Links a conversation to an issue because a person in Jira, or a script, asks for it. */
@Component
public class ConversationLinking {
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final IntercomEndpoints endpoints;
    private final ConversationLookup lookup;
    private final LinkService links;

    public ConversationLinking(ConnectionService connections, ProjectSettingsService settings, IntercomEndpoints endpoints,
                               ConversationLookup lookup, LinkService links) {
        this.connections = connections;
        this.settings = settings;
        this.endpoints = endpoints;
        this.lookup = lookup;
        this.links = links;
    }

    /**
     * @param issue   the caller may edit it
     * @param userKey of the caller
     * @param pasted  address or id of the conversation
     * @throws ApiException 409 not connected, switched off or linked already; 422 not a conversation that can be linked
     */
    LinkedConversation link(Issue issue, String userKey, String pasted) {
        IssueId id = new IssueId(issue.getId());
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Connection connection = connections.find(project).orElseThrow(() -> new ApiException(409, "connection.missing"));
        if (!settings.of(project).linkingEnabled()) {
            throw new ApiException(409, "link.disabled");
        }
        ConversationId conversation = LinkRules.conversation(ConversationAddress.parse(pasted, endpoints), connection);
        LinkRules.checkRoom(stored(id), connection, conversation);
        Snapshot snapshot = lookup.read(connection, conversation).orElse(null);
        NewLink link = new NewLink(id, project, connection.workspace(), connection.workspaceName(), connection.region(),
                conversation, userKey, Link.FROM_JIRA, snapshot);
        return links.link(link).orElseThrow(LinkRules::exists);
    }

    private List<Link> stored(IssueId issue) {
        return links.conversationsOf(issue).stream().map(LinkedConversation::link).toList();
    }
}
