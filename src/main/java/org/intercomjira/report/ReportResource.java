package org.intercomjira.report;

import com.atlassian.jira.project.Project;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;

/** A project's report. Needs Browse Projects; of the issues it tells only those that the caller may see. */
@Path("/projects/{key}/report")
public class ReportResource {
    private final Permissions permissions;
    private final ProjectReports reports;
    private final ReportCsv csv;

    @Inject
    public ReportResource(Permissions permissions, ProjectReports reports, ReportCsv csv) {
        this.permissions = permissions;
        this.reports = reports;
        this.csv = csv;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String get(@PathParam("key") String key) {
        Project project = permissions.requireVisibleProject(key);
        return Json.write(reports.of(project, permissions.requireUser()));
    }

    /** The links as a file for spreadsheets. */
    @GET
    @Path("/csv")
    @Produces("text/csv;charset=UTF-8")
    public Response export(@PathParam("key") String key) {
        Project project = permissions.requireVisibleProject(key);
        return Response.ok(csv.of(reports.linksOf(project, permissions.requireUser())))
                .header("Content-Disposition", "attachment; filename=\"intercom-" + project.getKey() + ".csv\"")
                .header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store").build();
    }
}
