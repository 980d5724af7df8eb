package org.intercomjira.embedded.host.sample;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Shows a test the host's own words. */
@Provider
public class WiringMistakeMapper implements ExceptionMapper<IllegalArgumentException> {
    @Override
    public Response toResponse(IllegalArgumentException mistake) {
        return Response.serverError().entity(mistake.getMessage()).build();
    }
}
