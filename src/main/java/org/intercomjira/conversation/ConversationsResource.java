package org.intercomjira.conversation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** Conversations as such: found in Intercom, or looked up by their links. */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    private final Permissions permissions;
    private final ConversationSearch search;
    private final LinkService links;
    private final IssueManager issues;

    @Inject
    public ConversationsResource(Permissions permissions, ConversationSearch search, LinkService links, @ComponentImport IssueManager issues) {
        this.permissions = permissions;
        this.search = search;
        this.links = links;
        this.issues = issues;
    }

    /** Conversations to link, the latest first. Needs Edit Issues in the project. */
    @GET
    public Response find(@QueryParam("projectKey") String projectKey, @QueryParam("query") String query) {
        Project project = permissions.requireProjectWhereEditing(projectKey);
        return Response.ok(Json.write(Map.of("conversations", search.find(new ProjectId(project.getId()), query)))).build();
    }

    /** The issues that are linked to the conversation, as far as the caller may see them. */
    @GET
    @Path("/{conversationId}/issues")
    public Response issues(@PathParam("conversationId") String conversation) {
        ApplicationUser user = permissions.requireUser();
        List<Link> linked = conversation.matches("\\d{1,40}") ? links.linksWith(new ConversationId(conversation)) : List.of();
        List<IssueView> visible = linked.stream().map(link -> link.issue().value()).distinct().map(issues::getIssueObject).filter(Objects::nonNull)
                .filter(issue -> permissions.canBrowse(issue, user)).map(ConversationsResource::view).toList();
        return Response.ok(Json.write(Map.of("issues", visible))).build();
    }

    private static IssueView view(Issue issue) {
        return new IssueView(issue.getId(), issue.getKey(), issue.getSummary());
    }

    private record IssueView(long id, String key, String summary) {
    }
}
