package org.intercomjira.intercom;

import com.google.gson.JsonObject;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes the requests, as Intercom's API 2.16 wants them. */
@Component
class IntercomRequests {
    /** Pinned: other versions name priorities differently and send other bodies. */
    private static final String VERSION = "2.16";

    private final IntercomEndpoints endpoints;
    private final ProxyCredentials proxy;

    IntercomRequests(IntercomEndpoints endpoints) {
        this.endpoints = endpoints;
        this.proxy = new ProxyCredentials(System::getProperty, ProxySelector.getDefault());
    }

    HttpRequest exchangeCode(OAuthApp app, String code) {
        String form = "code=" + encode(code) + "&client_id=" + encode(app.clientId())
            + "&client_secret=" + encode(app.clientSecret().reveal());
        return to(endpoints.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)).build();
    }

    HttpRequest me(Access access) {
        return authorised(access, "/me").GET().build();
    }

    HttpRequest uninstall(Access access) {
        return authorised(access, "/auth/uninstall").POST(BodyPublishers.noBody()).build();
    }

    HttpRequest conversation(Access access, ConversationId id) {
        return authorised(access, "/conversations/" + id.value()).GET().build();
    }

    HttpRequest search(Access access, String typed, int most) {
        JsonObject pagination = new JsonObject();
        pagination.addProperty("per_page", most);
        JsonObject body = new JsonObject();
        body.add("query", new SearchQuery(typed).toJson());
        body.add("pagination", pagination);
        return post(access, "/conversations/search", body);
    }

    HttpRequest contact(Access access, String id) {
        return authorised(access, "/contacts/" + encode(id)).GET().build();
    }

    HttpRequest companies(Access access, String contact) {
        return authorised(access, "/contacts/" + encode(contact) + "/companies").GET().build();
    }

    HttpRequest attributes(Access access, DataAttribute.Model model) {
        return authorised(access, "/data_attributes?model=" + model.name().toLowerCase(Locale.ROOT)).GET().build();
    }

    HttpRequest note(Access access, ConversationId id, TeammateId author, String html) {
        return message(access, id, author, "note", html);
    }

    HttpRequest reply(Access access, ConversationId id, TeammateId author, String html) {
        return message(access, id, author, "comment", html);
    }

    private HttpRequest message(Access access, ConversationId id, TeammateId author, String type, String html) {
        JsonObject body = new JsonObject();
        body.addProperty("message_type", type);
        body.addProperty("type", "admin");
        body.addProperty("admin_id", author.value());
        body.addProperty("body", html);
        return post(access, "/conversations/" + id.value() + "/reply", body);
    }

    HttpRequest unassign(Access access, ConversationId id, TeammateId author) {
        JsonObject body = new JsonObject();
        body.addProperty("message_type", "assignment");
        body.addProperty("type", "admin");
        body.addProperty("admin_id", author.value());
        body.addProperty("assignee_id", "0");
        return post(access, "/conversations/" + id.value() + "/parts", body);
    }

    HttpRequest open(Access access, ConversationId id, TeammateId author) {
        JsonObject body = new JsonObject();
        body.addProperty("message_type", "open");
        body.addProperty("admin_id", author.value());
        return post(access, "/conversations/" + id.value() + "/parts", body);
    }

    private HttpRequest post(Access access, String path, JsonObject body) {
        return authorised(access, path)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body.toString())).build();
    }

    private HttpRequest.Builder authorised(Access access, String path) {
        return to(URI.create(endpoints.api(access.region()) + path))
            .header("Authorization", "Bearer " + access.token().reveal())
            .header("Intercom-Version", VERSION);
    }

    private HttpRequest.Builder to(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(IntercomTransport.REQUEST_TIME_OUT).header("Accept", "application/json");
        proxy.headerFor(address).ifPresent(value -> request.header(ProxyCredentials.HEADER, value));
        return request;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
