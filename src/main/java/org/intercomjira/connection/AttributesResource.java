package org.intercomjira.connection;

import com.atlassian.jira.project.Project;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** What can be picked as a visible field in a project. Needs Administer Projects. */
@Path("/projects/{key}/attributes")
@Produces(MediaType.APPLICATION_JSON)
public class AttributesResource {
    private final Permissions permissions;
    private final AttributeViews views;

    @Inject
    public AttributesResource(Permissions permissions, AttributeViews views) {
        this.permissions = permissions;
        this.views = views;
    }

    @GET
    public String get(@PathParam("key") String key) {
        Project project = permissions.requireAdministeredProject(key);
        return Json.write(views.of(new ProjectId(project.getId())));
    }
}
