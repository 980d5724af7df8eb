package org.intercomjira.acceptance.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What a server answered. */
public record Reply(String request, int status, String body, Optional<String> location, Optional<String> contentType) {
    static Reply to(String request, HttpResponse<String> response) {
        return new Reply(request, response.statusCode(), response.body(), response.headers().firstValue("Location"),
                response.headers().firstValue("Content-Type"));
    }

    /** This reply, if its status is the expected one. */
    public Reply expect(int expected) {
        assertThat(status).as("status of %s, which answered %s", request, body).isEqualTo(expected);
        return this;
    }

    public JsonObject json() {
        return element().getAsJsonObject();
    }

    public JsonElement element() {
        return JsonParser.parseString(body);
    }

    /** The stable code of an error. */
    public String code() {
        return json().get("code").getAsString();
    }

    /** The sentence of an error. */
    public String message() {
        return json().get("message").getAsString();
    }
}
