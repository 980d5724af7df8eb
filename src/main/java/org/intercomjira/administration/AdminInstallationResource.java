package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the outbox is held because this Jira may be a copy, and the decision about it. For Jira administrators. */
@Path("/admin/installation")
@Produces(MediaType.APPLICATION_JSON)
public class AdminInstallationResource {
    private static final Logger LOG = LoggerFactory.getLogger(AdminInstallationResource.class);

    private final Permissions permissions;
    private final SecureAdministrator administrator;
    private final CopyDecision decision;
    private final AuditTrail audit;

    @Inject
    public AdminInstallationResource(Permissions permissions, SecureAdministrator administrator, CopyDecision decision, AuditTrail audit) {
        this.permissions = permissions;
        this.administrator = administrator;
        this.decision = decision;
        this.audit = audit;
    }

    /** As the node sees it that answers. */
    @GET
    public String get() {
        permissions.requireJiraAdministrator();
        List<CopyDecision.Line> lines = decision.differences();
        return Json.write(new View(!lines.isEmpty(), lines));
    }

    /** It is the same Jira with a new address: what waits is sent. */
    @POST
    @Path("/same")
    @Consumes(MediaType.APPLICATION_JSON)
    public void same(@Context HttpServletRequest request) {
        ApplicationUser user = administrator.require(request);
        decision.sameJira();
        audit.record(user.getKey(), AuditAction.INSTALLATION_SAME, null, null);
        LOG.warn("{} has decided that this is the same Jira: deliveries to Intercom go on", user.getKey());
    }

    /** It is a copy: tokens and waiting messages are deleted. */
    @POST
    @Path("/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    public String copy(@Context HttpServletRequest request) {
        ApplicationUser user = administrator.require(request);
        CopyDecision.Deleted deleted = decision.copy();
        audit.record(user.getKey(), AuditAction.INSTALLATION_COPY, null, null);
        LOG.warn("{} has decided that this Jira is a copy: {} connections, {} waiting messages and {} drafts are deleted", user.getKey(),
                deleted.connections(), deleted.messages(), deleted.drafts());
        return Json.write(deleted);
    }

    /** @param held whether nothing is sent */
    private record View(boolean held, List<CopyDecision.Line> differences) {
    }
}
