package org.intercomjira.simulator.control;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import org.intercomjira.simulator.api.RateLimit;
import org.intercomjira.simulator.faults.Faults;
import org.intercomjira.simulator.faults.RequestHistory;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.oauth.Grant;
import org.intercomjira.simulator.oauth.Grants;
import org.intercomjira.simulator.oauth.OAuthApp;
import org.intercomjira.simulator.oauth.OAuthApps;
import org.intercomjira.simulator.world.World;

/** Apps, tokens, teammates, and the reset. */
public final class AccessControl {

    private final World world;
    private final OAuthApps apps;
    private final Grants grants;
    private final Faults faults;
    private final RequestHistory history;
    private final RateLimit rateLimit;

    public AccessControl(World world, OAuthApps apps, Grants grants, Faults faults, RequestHistory history, RateLimit rateLimit) {
        this.world = world;
        this.apps = apps;
        this.grants = grants;
        this.faults = faults;
        this.history = history;
        this.rateLimit = rateLimit;
    }

    void offerTo(Router<Function<Call, Reply>> operations) {
        operations.on("POST", "/reset", call -> reset())
                .on("POST", "/apps", this::register)
                .on("POST", "/tokens", this::issue)
                .on("POST", "/tokens/revoke", this::revoke)
                .on("DELETE", "/workspaces/{workspace}/teammates/{teammate}", this::removeTeammate);
    }

    /** Apps and tokens stay: a workspace keeps its installed apps when its conversations change. */
    private Reply reset() {
        faults.clear();
        history.clear();
        rateLimit.reset();
        world.reset();
        return Reply.empty(204);
    }

    private Reply register(Call call) {
        JsonObject body = Control.body(call);
        String clientId = required(body, "clientId");
        apps.register(new OAuthApp(clientId, required(body, "clientSecret"), Json.text(body, "name").orElse(clientId), clientId));
        return Reply.empty(204);
    }

    /** A token without the detour over the consent page. */
    private Reply issue(Call call) {
        JsonObject body = Control.body(call);
        String workspace = required(body, "workspace");
        String teammate = required(body, "teammate");
        if (world.workspace(workspace).flatMap(found -> found.teammate(teammate)).isEmpty()) {
            throw new BadControlCall(404, "There is no such teammate");
        }
        OAuthApp app = apps.find(Json.text(body, "clientId").orElse("demo-client")).orElseThrow(() -> new BadControlCall(404, "There is no such app"));
        return Reply.json(201, Json.object("token", grants.issueToken(new Grant(app.clientId(), app.packageCode(), workspace, teammate))));
    }

    private Reply revoke(Call call) {
        JsonObject body = Control.body(call);
        Optional<String> workspace = Json.text(body, "workspace");
        Optional<String> teammate = Json.text(body, "teammate");
        int revoked = grants.revoke(grant -> workspace.map(grant.workspaceId()::equals).orElse(true)
                && teammate.map(grant.teammateId()::equals).orElse(true), Json.text(body, "code").orElse("unauthorized"));
        return Reply.json(200, Json.object("revoked", revoked));
    }

    private Reply removeTeammate(Call call) {
        boolean removed = world.workspace(call.parameter("workspace")).map(workspace -> workspace.removeTeammate(call.parameter("teammate"))).orElse(false);
        return Reply.empty(removed ? 204 : 404);
    }

    private static String required(JsonObject body, String name) {
        return Json.text(body, name).orElseThrow(() -> new BadControlCall(400, name + " is required"));
    }
}
