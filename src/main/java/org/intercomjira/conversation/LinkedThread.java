package org.intercomjira.conversation;

import com.atlassian.jira.issue.Issue;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Patience;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Reads a linked conversation with the token of the issue's own project. It checks no permission in Jira. */
@Component
public class LinkedThread {
    private final LinkService links;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final IntercomClient intercom;
    private final IntercomEndpoints endpoints;
    private final IntercomRefusals refusals;

    public LinkedThread(LinkService links, ConnectionService connections, ProjectSettingsService settings, IntercomClient intercom,
                        IntercomEndpoints endpoints, IntercomRefusals refusals) {
        this.links = links;
        this.connections = connections;
        this.settings = settings;
        this.intercom = intercom;
        this.endpoints = endpoints;
        this.refusals = refusals;
    }

    /** @throws ApiException 404 when the issue has no link with this conversation */
    Link link(Issue issue, String conversation) {
        if (!conversation.matches("\\d{1,40}")) {
            throw new ApiException(404, "link.not_found");
        }
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        return links.linkOf(new IssueId(issue.getId()), new ConversationId(conversation), connections.find(project).map(Connection::workspace))
                .orElseThrow(() -> new ApiException(404, "link.not_found"));
    }

    /** @throws ApiException 403 where people may not read conversations; 404, 409, 503 when this one cannot be read */
    ThreadView read(Issue issue, Link link) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        if (!settings.of(project).conversationViewEnabled()) {
            throw new ApiException(403, "conversation.view_disabled");
        }
        Connection connection = connected(project, link);
        Access access = refusals.access(connection);
        Answer<Conversation> answer = Patience.await(intercom.conversation(access, link.conversation()));
        if (answer instanceof Answer.Failed<Conversation> failed && failed.failure() instanceof Failure.NotFound) {
            links.markGone(link);
        }
        Conversation conversation = refusals.valueOf(answer, connection, access);
        links.seen(link, conversation);
        return ThreadViews.of(conversation, endpoints.conversationPage(connection.region(), link.workspace(), link.conversation()));
    }

    /** @throws ApiException 409 when the project has no connection, or one to another workspace than the link's */
    Connection connected(ProjectId project, Link link) {
        Connection connection = refusals.connection(project);
        return Optional.of(connection).filter(found -> found.workspace().equals(link.workspace()))
                .orElseThrow(() -> new ApiException(409, "conversation.other_workspace", connection.workspaceName()));
    }
}
