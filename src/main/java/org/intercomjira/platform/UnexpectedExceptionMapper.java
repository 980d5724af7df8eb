package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody foresaw with 500 and logs where it happened. JAX-RS' own exceptions keep their answer. */
@Provider
public class UnexpectedExceptionMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionMapper.class);

    private final ApiExceptionMapper refusals;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    @Inject
    public UnexpectedExceptionMapper(@ComponentImport I18nResolver i18n) {
        this.refusals = new ApiExceptionMapper(i18n);
    }

    @Override
    public Response toResponse(Exception exception) {
        if (exception instanceof WebApplicationException known) {
            return known.getResponse();
        }
        LOG.error("{} {} failed", request.getMethod(), uri.getPath(), new Trace(exception));
        return refusals.toResponse(new ApiException(500, "internal"));
    }
}
