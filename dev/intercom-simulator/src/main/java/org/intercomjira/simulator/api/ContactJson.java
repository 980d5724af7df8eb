package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Contact;
import org.intercomjira.simulator.world.Workspace;

/** Writes contacts. */
final class ContactJson {

    private static final List<String> ALWAYS_NULL = List.of("owner_id", "avatar", "last_contacted_at", "last_email_opened_at",
            "last_email_clicked_at", "language_override", "android_app_name", "android_app_version", "android_device", "android_os_version",
            "android_sdk_version", "android_last_seen_at", "ios_app_name", "ios_app_version", "ios_device", "ios_os_version", "ios_sdk_version",
            "ios_last_seen_at", "utm_campaign", "utm_content", "utm_medium", "utm_source", "utm_term", "referrer", "enabled_push_messaging");

    private ContactJson() {}

    static JsonObject of(Workspace workspace, Contact contact) {
        JsonObject json = Json.object("type", "contact", "id", contact.id(), "workspace_id", workspace.id(), "external_id", contact.externalId(),
                "role", contact.role(), "phone", contact.phone(), "name", contact.name(),
                "has_hard_bounced", false, "marked_email_as_spam", false, "unsubscribed_from_emails", false,
                "created_at", contact.createdAt(), "updated_at", contact.createdAt(), "signed_up_at", contact.createdAt(),
                "last_seen_at", contact.createdAt() + 86_400, "last_replied_at", contact.createdAt() + 43_200,
                "browser", "firefox", "browser_version", "145.0", "browser_language", "en", "os", "Linux",
                "location", location(contact.place()), "custom_attributes", contact.customAttributes().deepCopy(),
                "social_profiles", Json.object("type", "list", "data", new JsonArray()));
        addEmail(json, contact);
        ALWAYS_NULL.forEach(name -> json.add(name, JsonNull.INSTANCE));
        addLists(json, contact);
        return json;
    }

    /** The description does not let an e-mail be null; its examples show an empty one. */
    private static void addEmail(JsonObject json, Contact contact) {
        json.addProperty("email", contact.email() == null ? "" : contact.email());
        if (contact.email() != null) {
            json.addProperty("email_domain", contact.email().substring(contact.email().indexOf('@') + 1));
        }
    }

    private static JsonObject location(Contact.Place place) {
        return Json.object("type", "location", "country", place.country(), "region", null, "city", place.city(),
                "country_code", place.countryCode(), "continent_code", null);
    }

    private static void addLists(JsonObject json, Contact contact) {
        String self = "/contacts/" + contact.id();
        json.add("tags", stub(self + "/tags", List.of()));
        json.add("notes", stub(self + "/notes", List.of()));
        json.add("companies", stub(self + "/companies", contact.companyIds()));
        json.add("opted_out_subscription_types", stub(self + "/subscriptions", List.of()));
        json.add("opted_in_subscription_types", stub(self + "/subscriptions", List.of()));
    }

    private static JsonObject stub(String url, List<String> companyIds) {
        JsonArray data = companyIds.stream().map(id -> Json.object("type", "company", "id", id, "url", "/companies/" + id)).collect(Json.toArray());
        return Json.object("type", "list", "data", data, "url", url, "total_count", companyIds.size(), "has_more", false);
    }
}
