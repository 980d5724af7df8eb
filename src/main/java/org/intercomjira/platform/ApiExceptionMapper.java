package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Gives every refusal the one error shape: {@code {"code": .., "message": ..}}. */
@Provider
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {
    private final I18nResolver i18n;

    @Inject
    public ApiExceptionMapper(@ComponentImport I18nResolver i18n) {
        this.i18n = i18n;
    }

    @Override
    public Response toResponse(ApiException exception) {
        String message = i18n.getText(exception.textKey(), exception.arguments());
        return Response.status(exception.status()).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(new Body(exception.code(), message))).build();
    }

    private record Body(String code, String message) {
    }
}
