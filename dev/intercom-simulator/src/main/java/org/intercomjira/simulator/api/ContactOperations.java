package org.intercomjira.simulator.api;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.http.Router;
import org.intercomjira.simulator.world.Company;
import org.intercomjira.simulator.world.Contact;

/** Contacts and the companies they belong to. */
final class ContactOperations {

    void offerTo(Router<Function<ApiCall, Reply>> operations) {
        operations.on("GET", "/contacts/{id}", ContactOperations::one)
                .on("GET", "/contacts/{id}/companies", ContactOperations::companies);
    }

    private static Reply one(ApiCall call) {
        call.workspace().mergedInto(call.parameter("id")).ifPresent(other -> {
            throw new ApiError(410, "contact_merged", "This contact has been merged. See the 'Link' header for the canonical contact.",
                    Map.of("Link", "</contacts/" + other + ">; rel=\"canonical\""));
        });
        return Reply.json(200, ContactJson.of(call.workspace(), find(call)));
    }

    private static Reply companies(ApiCall call) {
        List<Company> companies = find(call).companyIds().stream().flatMap(id -> call.workspace().company(id).stream()).toList();
        JsonObject pages = Json.object("type", "pages", "next", null, "page", 1, "per_page", 50, "total_pages", 1);
        return Reply.json(200, Json.object("type", "list",
                "data", companies.stream().map(company -> CompanyJson.of(call.workspace(), company)).collect(Json.toArray()),
                "pages", pages, "total_count", companies.size()));
    }

    private static Contact find(ApiCall call) {
        return call.workspace().contact(call.parameter("id")).filter(contact -> call.workspace().mergedInto(contact.id()).isEmpty())
                .orElseThrow(() -> new ApiError(404, "not_found", "User Not Found"));
    }
}
