package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.intercomjira.delivery.DeadLetters;
import org.intercomjira.delivery.Deliveries;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** What waits for Intercom and what has failed, and what a Jira administrator may do about it. */
@Path("/admin/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class AdminDeliveriesResource {
    private static final int MOST = 200;

    private final Permissions permissions;
    private final SecureAdministrator administrator;
    private final DeliveryList list;
    private final DeadLetters failed;
    private final AuditTrail audit;

    @Inject
    public AdminDeliveriesResource(Permissions permissions, SecureAdministrator administrator, DeliveryList list, DeadLetters failed, AuditTrail audit) {
        this.permissions = permissions;
        this.administrator = administrator;
        this.list = list;
        this.failed = failed;
        this.audit = audit;
    }

    /**
     * A page of what waits or has failed.
     *
     * @param state   waiting, failed or all
     * @param project key of a project, to see only its deliveries
     * @param reason  code, to see only what went wrong so
     * @param after   the {@code next} of the page before
     */
    @GET
    public String list(@QueryParam("state") @DefaultValue("all") String state, @QueryParam("project") String project,
            @QueryParam("reason") String reason, @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("50") int limit) {
        permissions.requireJiraAdministrator();
        if (limit < 1 || limit > MOST) {
            throw new ApiException(422, "input.invalid");
        }
        String code = reason == null || reason.isEmpty() ? null : reason;
        return Json.write(list.page(new Deliveries.Filter(kind(state), list.sender(project), code), after, limit));
    }

    /** Sends a failed one again, behind what waits for the same conversation. */
    @POST
    @Path("/{id}/retry")
    public String retry(@Context HttpServletRequest request, @PathParam("id") long id) {
        ApplicationUser user = administrator.require(request);
        String answer = done(failed.retry(id), 1);
        audit.record(user.getKey(), AuditAction.DELIVERY_RETRIED, null, "id=" + id);
        return answer;
    }

    /** Sends again all that failed of one reason, 1,000 in one call: {@code {"reason": "<code>", "project": "<key>"}}, with or without a project. */
    @POST
    @Path("/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public String retryAll(@Context HttpServletRequest request, String body) {
        ApplicationUser user = administrator.require(request);
        Choice choice = choice(body);
        String sender = list.sender(choice.project());
        int retried = failed.retryAll(choice.reason(), sender);
        record(user, AuditAction.DELIVERY_RETRIED, choice, sender, retried);
        return Json.write(new Retried(retried));
    }

    /** Gives up for good all that failed of one reason, 1,000 in one call, as {@link #retryAll} chooses them. */
    @POST
    @Path("/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public String discardAll(@Context HttpServletRequest request, String body) {
        ApplicationUser user = administrator.require(request);
        Choice choice = choice(body);
        String sender = list.sender(choice.project());
        DeadLetters.Discarded discarded = failed.discardAll(choice.reason(), sender);
        record(user, AuditAction.DELIVERY_DISCARDED, choice, sender, discarded.discarded());
        return Json.write(discarded);
    }

    /** Gives a failed one up for good. */
    @DELETE
    @Path("/{id}")
    public void discard(@Context HttpServletRequest request, @PathParam("id") long id) {
        ApplicationUser user = administrator.require(request);
        done(failed.discard(id), 0);
        audit.record(user.getKey(), AuditAction.DELIVERY_DISCARDED, null, "id=" + id);
    }

    private void record(ApplicationUser user, AuditAction action, Choice choice, String sender, int count) {
        audit.record(user.getKey(), action, sender == null ? null : new ProjectId(Long.parseLong(sender)), "count=" + count + " reason=" + choice.reason());
    }

    private static Choice choice(String body) {
        Choice choice = Json.read(body, Choice.class);
        if (choice.reason() == null || choice.reason().isEmpty()) {
            throw new ApiException(422, "input.invalid");
        }
        return choice;
    }

    private static String done(boolean done, int retried) {
        if (!done) {
            throw new ApiException(404, "delivery.not_failed");
        }
        return Json.write(new Retried(retried));
    }

    private static Deliveries.Kind kind(String state) {
        try {
            return Deliveries.Kind.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ApiException(422, "input.invalid");
        }
    }

    /** @param project null for all */
    private record Choice(String reason, String project) {
    }

    private record Retried(int retried) {
    }
}
