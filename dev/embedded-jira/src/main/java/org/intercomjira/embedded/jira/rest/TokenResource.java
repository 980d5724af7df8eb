package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.intercomjira.embedded.jira.account.AccessToken;
import org.intercomjira.embedded.jira.account.AccessTokens;

/** {@code /rest/pat/latest/tokens}: one's own personal access tokens. */
final class TokenResource {
    private final AccessTokens tokens;

    TokenResource(AccessTokens tokens) {
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.on("GET", "/tokens", call -> Answer.ok(tokens.of(call.requireUser()).stream().map(TokenResource::shape).toList()))
                .on("POST", "/tokens", this::create).on("DELETE", "/tokens/{token}", this::revoke);
    }

    private Answer create(Call call) {
        call.requireUser();
        JsonObject body = call.body();
        JsonElement name = body.get("name");
        if (name == null || !name.isJsonPrimitive() || name.getAsString().isBlank()) {
            throw RestError.fields(Map.of("name", "Please give the token a name."));
        }
        JsonElement days = body.get("expirationDuration");
        Duration validity = days == null || days.isJsonNull() ? null : Duration.ofDays(days.getAsLong());
        AccessToken.Fresh fresh = tokens.create(call.user(), name.getAsString(), validity);
        return Answer.created(shape(fresh.token()).with("rawToken", fresh.raw()));
    }

    private Answer revoke(Call call) {
        call.requireUser();
        String id = call.variable("token");
        if (!id.matches("[0-9]{1,18}") || !tokens.revoke(call.user(), Long.parseLong(id))) {
            throw RestError.of(404, "There is no token with the id " + id + ".");
        }
        return Answer.empty();
    }

    private static Shape shape(AccessToken token) {
        return Shape.of("id", token.id()).with("name", token.name()).with("createdAt", Shape.time(token.createdAt())).with("expiringAt", Shape.time(token.expiresAt()));
    }
}
