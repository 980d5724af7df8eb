package org.intercomjira.simulator.api;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.function.Function;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Team;
import org.intercomjira.simulator.world.Teammate;
import org.intercomjira.simulator.world.Workspace;

/** Who the token belongs to, the teammates and the teams. */
final class AdminOperations {

    private static final long WORKSPACES_BEGAN = 1_671_465_577L;

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("GET", "/me", AdminOperations::me)
                .on("GET", "/admins", AdminOperations::list)
                .on("GET", "/admins/{id}", AdminOperations::one)
                .on("GET", "/teams", AdminOperations::teams);
    }

    private static Reply me(ApiCall call) {
        Teammate teammate = call.workspace().teammate(call.grant().teammateId()).orElseThrow();
        JsonObject json = admin(teammate);
        json.addProperty("email_verified", true);
        json.add("avatar", avatar(call, teammate));
        json.add("app", app(call.workspace()));
        return Reply.json(200, json);
    }

    private static Reply list(ApiCall call) {
        return Reply.json(200, Json.object("type", "admin.list", "admins", call.workspace().teammates().stream()
                .map(teammate -> {
                    JsonObject json = admin(teammate);
                    if (call.isTrue("display_avatar")) {
                        json.add("avatar", avatar(call, teammate));
                    }
                    return json;
                }).collect(Json.toArray())));
    }

    private static Reply one(ApiCall call) {
        return call.workspace().teammate(call.parameter("id"))
                .map(teammate -> {
                    JsonObject json = admin(teammate);
                    json.add("away_status_reason_id", JsonNull.INSTANCE);
                    return Reply.json(200, json);
                })
                .orElseThrow(() -> new ApiError(404, "admin_not_found", "Admin not found"));
    }

    private static Reply teams(ApiCall call) {
        return Reply.json(200, Json.object("type", "team.list", "teams",
                call.workspace().teams().stream().map(AdminOperations::team).collect(Json.toArray())));
    }

    private static JsonObject team(Team team) {
        return Json.object("type", "team", "id", team.id(), "name", team.name(), "admin_ids", team.adminIds().stream().collect(Json.toArray()));
    }

    private static JsonObject admin(Teammate teammate) {
        JsonObject json = Json.object("type", "admin", "id", teammate.id(), "name", teammate.name(), "email", teammate.email(),
                "away_mode_enabled", false, "away_mode_reassign", false, "has_inbox_seat", true,
                "team_ids", teammate.teamIds().stream().collect(Json.toArray()));
        if (teammate.jobTitle() != null) {
            json.addProperty("job_title", teammate.jobTitle());
        }
        return json;
    }

    /** The picture is served by the simulator itself, at the address the caller used. */
    private static JsonObject avatar(ApiCall call, Teammate teammate) {
        String host = call.call().header("host").orElse("127.0.0.1");
        String address = "http://" + host + "/assets/avatars/" + teammate.id() + ".svg";
        return Json.object("type", "avatar", "image_url", teammate.hasAvatar() ? address : null);
    }

    private static JsonObject app(Workspace workspace) {
        return Json.object("type", "app", "id_code", workspace.id(), "name", workspace.name(), "created_at", WORKSPACES_BEGAN,
                "secure", true, "identity_verification", true, "timezone", "Europe/Dublin", "region", workspace.region().name());
    }
}
