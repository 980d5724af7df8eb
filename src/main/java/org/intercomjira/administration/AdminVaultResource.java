package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that protects secrets. For Jira administrators who have just entered their password again. */
@Path("/admin/vault")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminVaultResource {
    private static final Logger LOG = LoggerFactory.getLogger(AdminVaultResource.class);

    private final SecureAdministrator administrator;
    private final NewKey newKey;

    @Inject
    public AdminVaultResource(SecureAdministrator administrator, NewKey newKey) {
        this.administrator = administrator;
        this.newKey = newKey;
    }

    /** Starts with a new key in the place of a lost one. Everything that was sealed has to be entered again. */
    @POST
    @Path("/new-key")
    public void startWithNewKey(@Context HttpServletRequest request) {
        ApplicationUser user = administrator.requirePassword(request);
        newKey.start();
        LOG.warn("{} has started with a new key: the client secret has to be entered and each project reconnected", user.getKey());
    }
}
