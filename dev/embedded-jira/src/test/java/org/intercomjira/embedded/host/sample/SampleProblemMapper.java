package org.intercomjira.embedded.host.sample;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 409 to the sample's own error. */
@Provider
public class SampleProblemMapper implements ExceptionMapper<SampleProblem> {
    @Override
    public Response toResponse(SampleProblem problem) {
        return Response.status(Response.Status.CONFLICT).entity(problem.getMessage()).build();
    }
}
