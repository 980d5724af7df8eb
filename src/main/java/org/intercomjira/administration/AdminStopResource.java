package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.JsonPrimitive;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.intercomjira.delivery.KillSwitch;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;

/** Stops all deliveries of this Jira and resumes them. For Jira administrators. */
@Path("/admin/deliveries/stopped")
@Produces(MediaType.APPLICATION_JSON)
public class AdminStopResource {
    private final Permissions permissions;
    private final SecureAdministrator administrator;
    private final KillSwitch killSwitch;
    private final AuditTrail audit;

    @Inject
    public AdminStopResource(Permissions permissions, SecureAdministrator administrator, KillSwitch killSwitch, AuditTrail audit) {
        this.permissions = permissions;
        this.administrator = administrator;
        this.killSwitch = killSwitch;
        this.audit = audit;
    }

    @GET
    public String get() {
        permissions.requireJiraAdministrator();
        return Json.write(new Stopped(killSwitch.isThrown()));
    }

    /** {@code {"stopped": true}}: messages are still enqueued, and wait. Takes effect on all nodes within seconds. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public String put(@Context HttpServletRequest request, String body) {
        ApplicationUser user = administrator.require(request);
        boolean stop = isStop(body);
        if (stop) {
            killSwitch.stopDeliveries();
        } else {
            killSwitch.resumeDeliveries();
        }
        audit.record(user.getKey(), stop ? AuditAction.DELIVERIES_STOPPED : AuditAction.DELIVERIES_RESUMED, null, null);
        return Json.write(new Stopped(stop));
    }

    /** Strict, because Gson reads any text but "true" as false: a mistyped wish to stop would resume. */
    private static boolean isStop(String body) {
        if (Json.readObject(body).get("stopped") instanceof JsonPrimitive stopped && stopped.isBoolean()) {
            return stopped.getAsBoolean();
        }
        throw new ApiException(422, "input.invalid");
    }

    private record Stopped(boolean stopped) {
    }
}
