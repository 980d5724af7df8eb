package org.intercomjira.embedded.host.rest;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.AnonymousSiteAccess;
import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.UnlicensedSiteAccess;
import com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.web.Callers;

/** The security annotations of REST v2: the method's, else the class's, else LicensedOnly. */
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {
    private static final List<Class<? extends Annotation>> KNOWN = List.of(UnrestrictedAccess.class, AnonymousSiteAccess.class,
            UnlicensedSiteAccess.class, LicensedOnly.class, AdminOnly.class, SystemAdminOnly.class);

    private final Callers callers;
    @Context
    private ResourceInfo resource;

    AccessFilter(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Class<? extends Annotation> access = accessOf(resource.getResourceMethod()).or(() -> accessOf(resource.getResourceClass())).orElse(LicensedOnly.class);
        if (access == UnrestrictedAccess.class || access == AnonymousSiteAccess.class) {
            return;
        }
        if (!callers.isLoggedIn()) {
            request.abortWith(refusal(Response.Status.UNAUTHORIZED, "Client must be authenticated to access this resource."));
        } else if ((access == AdminOnly.class || access == SystemAdminOnly.class) && !callers.isAdministrator()) {
            request.abortWith(refusal(Response.Status.FORBIDDEN, "Client must be authenticated as an administrator to access this resource."));
        }
    }

    private static Optional<Class<? extends Annotation>> accessOf(AnnotatedElement element) {
        Stream<Class<? extends Annotation>> known = element == null ? Stream.empty() : KNOWN.stream();
        return known.filter(element::isAnnotationPresent).findFirst();
    }

    private static Response refusal(Response.Status status, String message) {
        String body = "{\"message\":\"" + message + "\",\"status-code\":" + status.getStatusCode() + "}";
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
