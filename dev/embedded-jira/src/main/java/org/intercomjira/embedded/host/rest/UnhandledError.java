package org.intercomjira.embedded.host.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last resort: what no mapper of the plugin took is logged and answered without details. */
final class UnhandledError implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(UnhandledError.class);

    @Override
    public Response toResponse(Throwable error) {
        if (error instanceof WebApplicationException known) {
            return known.getResponse();
        }
        LOG.error("A REST resource failed", error);
        return Response.serverError().type(MediaType.APPLICATION_JSON_TYPE).entity("{\"message\":\"Internal server error\",\"status-code\":500}").build();
    }
}
