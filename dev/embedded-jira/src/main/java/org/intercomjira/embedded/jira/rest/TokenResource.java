package org.intercomjira.embedded.jira.rest;

import java.time.Duration;
import java.util.Map;
import org.intercomjira.embedded.jira.account.AccessToken;
import org.intercomjira.embedded.jira.account.AccessTokens;

/** {@code /rest/pat/latest/tokens}: one's own personal access tokens. */
final class TokenResource {
    private static final int STAYS = 0;

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
        Body body = call.body();
        String name = body.text("name");
        if (name == null || name.isBlank()) {
            throw RestError.fields(Map.of("name", "Please give the token a name."));
        }
        int days = body.number("expirationDuration", STAYS);
        if (days < STAYS) {
            throw RestError.fields(Map.of("expirationDuration", "Please give a number of days."));
        }
        AccessToken.Fresh fresh = tokens.create(call.user(), name, days == STAYS ? null : Duration.ofDays(days));
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
