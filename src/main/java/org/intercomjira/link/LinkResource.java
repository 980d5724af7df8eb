package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** The conversations of an issue. */
@Path("/issues/{key}/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinkResource {
    private final Permissions permissions;
    private final LinkService links;
    private final ConversationLinking linking;
    private final LinkViews views;
    private final SnapshotRefresh refresh;

    @Inject
    public LinkResource(Permissions permissions, LinkService links, ConversationLinking linking, LinkViews views, SnapshotRefresh refresh) {
        this.refresh = refresh;
        this.permissions = permissions;
        this.links = links;
        this.linking = linking;
        this.views = views;
    }

    /** The links, from what is stored: it never waits for Intercom. Needs Browse. */
    @GET
    public Response list(@PathParam("key") String key) {
        Issue issue = permissions.requireVisibleIssue(key);
        return Response.ok(Json.write(views.of(issue, permissions.requireUser()))).build();
    }

    /**
     * Begins to read again what was stored more than five minutes ago, and answers at once how many conversations that are. Needs Browse.
     * The list tells when it is done.
     */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refresh(@PathParam("key") String key) {
        Issue issue = permissions.requireVisibleIssue(key);
        int begun = refresh.refresh(new ProjectId(issue.getProjectObject().getId()), links.conversationsOf(new IssueId(issue.getId())));
        return Response.accepted(Json.write(Map.of("refreshing", begun))).build();
    }

    /** Links a conversation: {@code {"conversation": "<address or id>"}}. Needs Edit Issues. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response link(@PathParam("key") String key, String body) {
        Issue issue = permissions.requireEditableIssue(key);
        ApplicationUser user = permissions.requireUser();
        LinkedConversation linked = linking.link(issue, user.getKey(), Json.read(body, LinkRequest.class).conversation());
        return Response.status(Response.Status.CREATED)
                .entity(Json.write(views.of(linked, new ProjectId(issue.getProjectObject().getId())))).build();
    }

    /**
     * Unlinks a conversation, also one of a workspace that the project is no longer connected to. Needs Edit Issues.
     *
     * @param workspace which workspace's conversation is meant, should two have one with the same id; all when it is not given
     */
    @DELETE
    @Path("/{conversationId}")
    public Response unlink(@PathParam("key") String key, @PathParam("conversationId") String conversation,
                           @QueryParam("workspace") String workspace) {
        Issue issue = permissions.requireEditableIssue(key);
        List<Link> meant = links.conversationsOf(new IssueId(issue.getId())).stream().map(LinkedConversation::link)
                .filter(link -> link.conversation().value().equals(conversation))
                .filter(link -> workspace == null || link.workspace().value().equals(workspace)).toList();
        if (meant.isEmpty()) {
            throw new ApiException(404, "link.not_found");
        }
        meant.forEach(links::unlink);
        return Response.noContent().build();
    }

    private record LinkRequest(String conversation) {
    }
}
