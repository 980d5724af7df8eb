package org.intercomjira.simulator.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.intercomjira.simulator.http.Json;
import org.intercomjira.simulator.world.Company;
import org.intercomjira.simulator.world.Workspace;

/** Writes companies. */
final class CompanyJson {

    private CompanyJson() {}

    static JsonObject of(Workspace workspace, Company company) {
        long members = workspace.contacts().stream().filter(contact -> contact.companyIds().contains(company.id())).count();
        return Json.object("type", "company", "company_id", company.companyId(), "id", company.id(), "app_id", workspace.id(),
                "name", company.name(), "remote_created_at", company.createdAt(), "created_at", company.createdAt(),
                "updated_at", company.createdAt(), "last_request_at", company.createdAt(), "monthly_spend", company.monthlySpend(),
                "session_count", 12, "user_count", members, "size", company.size(), "website", company.website(), "industry", company.industry(),
                "plan", Json.object("type", "plan", "id", "269315", "name", company.plan()),
                "tags", Json.object("type", "tag.list", "tags", new JsonArray()),
                "segments", Json.object("type", "segment.list", "segments", new JsonArray()),
                "custom_attributes", new JsonObject());
    }
}
