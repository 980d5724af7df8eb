package org.intercomjira.simulator.api;

import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.oauth.Grant;
import org.intercomjira.simulator.oauth.Grants;
import org.intercomjira.simulator.world.Region;
import org.intercomjira.simulator.world.Workspace;
import org.intercomjira.simulator.world.World;

/** The door of the API: token, version, rate limit, then the operation. Every answer carries the rate-limit headers. */
public final class Api {

    private final Router<Function<ApiCall, Reply>> operations = new Router<>();
    private final TokenExchange tokenExchange;
    private final Grants grants;
    private final World world;
    private final RateLimit rateLimit;

    public Api(Grants grants, World world, RateLimit rateLimit, TokenExchange tokenExchange) {
        this.grants = grants;
        this.world = world;
        this.rateLimit = rateLimit;
        this.tokenExchange = tokenExchange;
        new AdminOperations().offerTo(operations);
        new ConversationOperations().offerTo(operations);
        new WritingOperations().offerTo(operations);
        new TagOperations().offerTo(operations);
        new ContactOperations().offerTo(operations);
        new AttributeOperations().offerTo(operations);
        operations.on("POST", "/auth/uninstall", this::uninstall);
    }

    /** Answers a call whose path is below the region's prefix. */
    public Reply answer(Region region, Call call) {
        RateLimit.Allowance allowance = rateLimit.take(account(call));
        try {
            if (allowance.exceeded()) {
                throw allowance.refusal();
            }
            return perform(region, call).with(allowance.headers());
        } catch (ApiError error) {
            return error.reply().with(allowance.headers());
        }
    }

    /** Answers with the error instead; for faults on demand. */
    public Reply refuse(Call call, ApiError error) {
        RateLimit.Allowance allowance = rateLimit.look(account(call));
        return error.reply().with(allowance.headers());
    }

    /** Answers as if the caller had used up the window; for faults on demand. */
    public Reply refuseForRate(Call call) {
        RateLimit.Allowance allowance = rateLimit.look(account(call)).usedUp();
        return allowance.refusal().reply().with(allowance.headers());
    }

    /** Who calls, if the token is good. */
    public Optional<Grant> caller(Call call) {
        return bearerToken(call).flatMap(grants::find);
    }

    /** The token as sent, good or not. */
    public static Optional<String> bearerToken(Call call) {
        return call.header("authorization").filter(value -> value.startsWith("Bearer ")).map(value -> value.substring(7).strip());
    }

    private String account(Call call) {
        return caller(call).map(Grant::workspaceId).orElse("unknown");
    }

    private Reply perform(Region region, Call call) {
        if (region == Region.US && call.method().equals("POST") && call.path().equals("/auth/eagle/token")) {
            return tokenExchange.exchange(call);
        }
        Grant grant = authenticate(call);
        Workspace workspace = world.workspace(grant.workspaceId())
                .filter(found -> found.region() == region)
                .filter(found -> found.teammate(grant.teammateId()).isPresent())
                .orElseThrow(() -> new ApiError(401, "unauthorized", "Access Token Invalid"));
        ApiVersion version = ApiVersion.of(call.header("Intercom-Version"));
        Router.Match<Function<ApiCall, Reply>> match = operations.route(call).orElseThrow(ApiError::notFound);
        return match.handler().apply(new ApiCall(match.call(), workspace, grant, version));
    }

    private Grant authenticate(Call call) {
        String token = bearerToken(call).orElseThrow(() -> new ApiError(401, "missing_authorization", "Authorization header is missing"));
        return grants.find(token).orElseThrow(() -> {
            String code = grants.reasonOfRevocation(token).orElse("unauthorized");
            return new ApiError(401, code, "Access Token Invalid");
        });
    }

    /** Uninstalling takes every token away that the app has for the workspace. */
    private Reply uninstall(ApiCall call) {
        Grant caller = call.grant();
        grants.revoke(grant -> grant.workspaceId().equals(caller.workspaceId()) && grant.clientId().equals(caller.clientId()), "unauthorized");
        return Reply.empty(200);
    }
}
