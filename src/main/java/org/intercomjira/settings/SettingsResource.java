package org.intercomjira.settings;

import com.atlassian.jira.project.Project;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A project's settings as JSON, in the form of the project property. */
@Path("/projects/{key}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {
    /** {@code true} when something in the stored property is not as it should be and its default is shown instead. */
    static final String INVALID_HEADER = "X-Intercom-Settings-Invalid";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsResource.class);

    private final Permissions permissions;
    private final ProjectSettingsService settings;

    @Inject
    public SettingsResource(Permissions permissions, ProjectSettingsService settings) {
        this.permissions = permissions;
        this.settings = settings;
    }

    /** Everything that is stored, with defaults written out. */
    @GET
    public Response get(@PathParam("key") String key) {
        Project project = permissions.requireAdministeredProject(key);
        return answer(settings.read(new ProjectId(project.getId())));
    }

    /** Changes the keys that the body names and no others. */
    @PUT
    public Response put(@PathParam("key") String key, String body) {
        Project project = permissions.requireAdministeredProject(key);
        return answer(settings.change(new ProjectId(project.getId()), Json.readObject(body)));
    }

    /** Starts again with the defaults. */
    @DELETE
    public Response reset(@PathParam("key") String key) {
        Project project = permissions.requireAdministeredProject(key);
        Stored stored = settings.reset(new ProjectId(project.getId()));
        LOG.info("The settings of project {} have been set back to the defaults by {}", project.getId(), permissions.requireUser().getKey());
        return answer(stored);
    }

    private static Response answer(Stored stored) {
        return Response.ok(stored.document().completed().toString()).header(INVALID_HEADER, stored.invalid()).build();
    }
}
