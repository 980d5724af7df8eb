package org.intercomjira.embedded.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Stores visits: kept, kept in a joined transaction, or undone. */
@Path("visits")
public class VisitResource {
    private final ActiveObjects ao;

    @Inject
    public VisitResource(ActiveObjects ao) {
        this.ao = ao;
    }

    @GET
    public String count() {
        return String.valueOf(ao.count(Visit.class, Query.select()));
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return String.valueOf(ao.count(ForgottenEntity.class, Query.select()));
    }

    @PUT
    @Path("{visitor}")
    public String add(@PathParam("visitor") String visitor) {
        return ao.executeInTransaction(() -> ao.executeInTransaction(() -> ao.create(Visit.class, new DBParam("VISITOR", visitor)).getVisitor()));
    }

    @PUT
    @Path("{visitor}/undone")
    public String addAndFail(@PathParam("visitor") String visitor) {
        return ao.executeInTransaction(() -> {
            ao.executeInTransaction(() -> ao.create(Visit.class, new DBParam("VISITOR", visitor)));
            throw new SampleProblem("undone");
        });
    }

    @PUT
    @Path("{visitor}/half")
    public String addThoughAPartFails(@PathParam("visitor") String visitor) {
        return ao.executeInTransaction(() -> {
            ao.create(Visit.class, new DBParam("VISITOR", visitor));
            try {
                ao.executeInTransaction(() -> {
                    throw new SampleProblem("a part");
                });
            } catch (SampleProblem expected) {
                return "went on";
            }
            return "never";
        });
    }

    @DELETE
    @Path("{visitor}")
    public String delete(@PathParam("visitor") String visitor) {
        return String.valueOf(ao.deleteWithSQL(Visit.class, "VISITOR = ?", visitor));
    }
}
