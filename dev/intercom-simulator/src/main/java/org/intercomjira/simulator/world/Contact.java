package org.intercomjira.simulator.world;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A customer.
 *
 * @param role user or lead; a lead has no external id, and may have neither name nor e-mail
 * @param companyIds the companies the contact belongs to
 */
public record Contact(String id, String role, String externalId, String name, String email, String phone, Place place, long createdAt,
                      List<String> companyIds, JsonObject customAttributes) {

    /** Where the contact was seen last. */
    public record Place(String country, String countryCode, String city) {}

    public Author author() {
        return new Author(role, id, name, email);
    }
}
