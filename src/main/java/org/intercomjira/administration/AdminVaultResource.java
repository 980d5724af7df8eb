package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Permissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that protects secrets. For Jira administrators who have just entered their password again. */
@Path("/admin/vault")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminVaultResource {
    private static final Logger LOG = LoggerFactory.getLogger(AdminVaultResource.class);

    private final Permissions permissions;
    private final WebSudoManager webSudo;
    private final NewKey newKey;

    @Inject
    public AdminVaultResource(Permissions permissions, @ComponentImport WebSudoManager webSudo, NewKey newKey) {
        this.permissions = permissions;
        this.webSudo = webSudo;
        this.newKey = newKey;
    }

    /** Starts with a new key in the place of a lost one. Everything that was sealed has to be entered again. */
    @POST
    @Path("/new-key")
    public void startWithNewKey(@Context HttpServletRequest request) {
        ApplicationUser user = permissions.requireJiraAdministrator();
        try {
            webSudo.willExecuteWebSudoRequest(request);
        } catch (WebSudoSessionException e) {
            throw new ApiException(403, "administration.password_again");
        }
        newKey.start();
        LOG.warn("{} has started with a new key: the client secret has to be entered and each project reconnected", user.getKey());
    }
}
