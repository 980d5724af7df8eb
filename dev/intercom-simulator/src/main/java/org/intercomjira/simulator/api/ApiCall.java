package org.intercomjira.simulator.api;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.oauth.Grant;
import org.intercomjira.simulator.world.Teammate;
import org.intercomjira.simulator.world.Workspace;

/** A call whose token was good: on whose behalf, in which workspace, in which version. */
record ApiCall(Call call, Workspace workspace, Grant grant, ApiVersion version) {

    String parameter(String name) {
        return call.parameter(name);
    }

    boolean asPlainText() {
        return call.queryParameter("display_as").filter("plaintext"::equals).isPresent();
    }

    boolean isTrue(String queryParameter) {
        return call.queryParameter(queryParameter).filter("true"::equals).isPresent();
    }

    JsonObject jsonBody() {
        return Json.parse(call.body()).orElseThrow(() -> new ApiError(400, "bad_request", "The body is not a JSON object"));
    }

    Optional<String> text(String member) {
        return Json.text(jsonBody(), member);
    }

    String requiredText(String member) {
        return text(member).orElseThrow(() -> new ApiError(400, "parameter_not_found", member + " is required"));
    }

    Teammate actingTeammate() {
        return workspace.teammate(requiredText("admin_id"))
                .orElseThrow(() -> new ApiError(404, "admin_not_found", "Admin not found"));
    }
}
