package org.intercomjira.simulator.api;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.oauth.Grants;
import org.intercomjira.simulator.oauth.OAuthApps;

/** {@code POST /us/auth/eagle/token}: code, client id and secret, as a form or as JSON, for a token. */
public final class TokenExchange {

    private final OAuthApps apps;
    private final Grants grants;

    public TokenExchange(OAuthApps apps, Grants grants) {
        this.apps = apps;
        this.grants = grants;
    }

    public Reply exchange(Call call) {
        String code = field(call, "code").orElse("");
        String token = apps.find(field(call, "client_id").orElse(null))
                .filter(app -> app.clientSecret().equals(field(call, "client_secret").orElse(null)))
                .flatMap(app -> grants.redeem(code, app))
                .orElseThrow(() -> new ApiError(401, "unauthorized", "Unauthorized Code"));
        return Reply.json(200, Json.object("token_type", "Bearer", "token", token, "access_token", token));
    }

    private static Optional<String> field(Call call, String name) {
        if (call.hasJsonBody()) {
            return Json.text(Json.parse(call.body()).orElseGet(JsonObject::new), name);
        }
        Map<String, String> form = call.form();
        return Optional.ofNullable(form.get(name));
    }
}
