package org.intercomjira.conversation;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.intercomjira.link.Link;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;

/** One linked conversation of an issue: the whole thread, and what is written to it. */
@Path("/issues/{key}/conversations/{conversationId}")
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {
    private final Permissions permissions;
    private final LinkedThread threads;
    private final Writing writing;

    @Inject
    public ConversationResource(Permissions permissions, LinkedThread threads, Writing writing) {
        this.permissions = permissions;
        this.threads = threads;
        this.writing = writing;
    }

    /** The thread, freshly from Intercom. Needs Browse, and the project must let people read conversations. */
    @GET
    public Response read(@PathParam("key") String key, @PathParam("conversationId") String conversation) {
        Issue issue = permissions.requireVisibleIssue(key);
        return Response.ok(Json.write(threads.read(issue, threads.link(issue, conversation)))).build();
    }

    /** What was written from this issue and is not there yet. Needs Browse. */
    @GET
    @Path("/parts")
    public Response unsent(@PathParam("key") String key, @PathParam("conversationId") String conversation) {
        Issue issue = permissions.requireVisibleIssue(key);
        List<UnsentView> unsent = writing.unsent(issue, threads.link(issue, conversation));
        return Response.ok(Json.write(Map.of("parts", unsent))).build();
    }

    /** Writes a note or a reply: {@code {"type": "note", "body": "..."}}. It goes out later. Needs Edit Issues. */
    @POST
    @Path("/parts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("key") String key, @PathParam("conversationId") String conversation, String body) {
        Issue issue = permissions.requireEditableIssue(key);
        ApplicationUser user = permissions.requireUser();
        NewPart part = Json.read(body, NewPart.class);
        Link link = threads.link(issue, conversation);
        return Response.accepted(Json.write(writing.write(issue, link, user, part.type(), part.body()))).build();
    }

    /** Sends once more what has failed. Needs Edit Issues. */
    @POST
    @Path("/parts/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("key") String key, @PathParam("conversationId") String conversation, @PathParam("id") String id) {
        Issue issue = permissions.requireEditableIssue(key);
        writing.retry(threads.link(issue, conversation), id);
        return Response.accepted().build();
    }

    /** Gives up what has failed. Needs Edit Issues. */
    @DELETE
    @Path("/parts/{id}")
    public Response discard(@PathParam("key") String key, @PathParam("conversationId") String conversation, @PathParam("id") String id) {
        Issue issue = permissions.requireEditableIssue(key);
        writing.discard(threads.link(issue, conversation), id);
        return Response.noContent().build();
    }

    private record NewPart(String type, String body) {
    }
}
