package org.intercomjira.connection;

import com.atlassian.jira.project.Project;
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
import java.net.URI;
import java.util.Locale;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** A project's connection. Needs Administer Projects. */
@Path("/projects/{key}/connection")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionResource {
    /** What DELETE did with the app in the workspace: {@code kept}, {@code uninstalled} or {@code not_reached}. */
    static final String APP_HEADER = "X-Intercom-App";

    private final Permissions permissions;
    private final ConnectionViews views;
    private final ConsentRequest consent;
    private final Revocation revocation;
    private final AuditTrail audit;

    @Inject
    public ConnectionResource(Permissions permissions, ConnectionViews views, ConsentRequest consent, Revocation revocation, AuditTrail audit) {
        this.permissions = permissions;
        this.views = views;
        this.consent = consent;
        this.revocation = revocation;
        this.audit = audit;
    }

    @GET
    public String get(@PathParam("key") String key) {
        Project project = permissions.requireAdministeredProject(key);
        return Json.write(views.of(new ProjectId(project.getId())));
    }

    /** Begins to connect, or to reconnect: answers where the browser has to go. A POST, so that no forged link can begin it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String connect(@PathParam("key") String key, String body) {
        Project project = permissions.requireAdministeredProject(key);
        String region = Json.read(body, Wanted.class).region();
        URI address = consent.begin(permissions.requireUser(), new ProjectId(project.getId()), region);
        return Json.write(new Begun(address.toString()));
    }

    /** Revokes. The token is deleted in any case; the header {@value #APP_HEADER} says what became of the app at Intercom. */
    @DELETE
    public Response revoke(@PathParam("key") String key) {
        Project project = permissions.requireAdministeredProject(key);
        ProjectId id = new ProjectId(project.getId());
        String app = revocation.revoke(id).name().toLowerCase(Locale.ROOT);
        audit.record(permissions.requireUser().getKey(), AuditAction.CONNECTION_REVOKED, id, "app=" + app);
        return Response.noContent().header(APP_HEADER, app).build();
    }

    private record Wanted(String region) {
    }

    private record Begun(String authorizeUrl) {
    }
}
