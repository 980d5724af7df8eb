package org.intercomjira.embedded.host.sample;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** A resource with every kind of access. */
@Path("greetings")
@Produces(MediaType.APPLICATION_JSON)
public class GreetingResource {
    private final Greeting greeting;
    @Context
    private UriInfo uri;

    @Inject
    public GreetingResource(Greeting greeting) {
        this.greeting = greeting;
    }

    @GET
    @Path("{name}")
    public String get(@PathParam("name") String name, @Context HttpServletRequest request) {
        return "{\"text\":\"" + greeting.of(name) + "\",\"path\":\"" + uri.getBaseUri().getPath() + "\",\"method\":\"" + request.getMethod() + "\"}";
    }

    @GET
    @Path("open")
    @UnrestrictedAccess
    public String open() {
        return "\"open\"";
    }

    @GET
    @Path("admin")
    @AdminOnly
    public String admin() {
        return "\"admin\"";
    }

    @GET
    @Path("failing")
    public String failing() {
        throw new SampleProblem("too many greetings");
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED})
    public String echo(String body) {
        return body;
    }

    @POST
    @Path("from-outside")
    @UnrestrictedAccess
    @XsrfProtectionExcluded
    public String fromOutside(String body) {
        return body;
    }

    @DELETE
    public void delete() {
        // Nothing to delete: the answer is what counts.
    }
}
