package org.intercomjira.embedded.host.rest;

import com.atlassian.annotations.security.XsrfProtectionExcluded;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;

/** Refuses bodies of the kinds that a form on a foreign page can send, unless the request says that it is no form. */
@Priority(Priorities.AUTHORIZATION)
final class XsrfFilter implements ContainerRequestFilter {
    private static final Set<String> SENT_BY_FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");
    private static final Set<String> NO_FORM = Set.of("no-check", "nocheck");

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean isExcluded = resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(XsrfProtectionExcluded.class);
        if (!isExcluded && request.getMethod().equals("POST") && couldComeFromForm(request) && !saysThatItIsNone(request)) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN).type(MediaType.TEXT_PLAIN_TYPE).entity("XSRF check failed").build());
        }
    }

    private static boolean couldComeFromForm(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type == null || SENT_BY_FORMS.contains((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
    }

    private static boolean saysThatItIsNone(ContainerRequestContext request) {
        String token = request.getHeaderString("X-Atlassian-Token");
        return token != null && NO_FORM.contains(token);
    }
}
