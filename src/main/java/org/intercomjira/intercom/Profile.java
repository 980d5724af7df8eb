package org.intercomjira.intercom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.platform.VisibleText;

/**
 * What Intercom keeps of a contact or a company.
 *
 * @param name       null when Intercom knows none
 * @param pseudonym  what Intercom calls a lead without a name; null when it does not tell
 * @param role       {@code user} or {@code lead}; null for a company
 * @param attributes by full name, for instance {@code email}, {@code location.country}, {@code custom_attributes.plan}; as text
 */
public record Profile(String name, String pseudonym, String role, Map<String, String> attributes) {
    private static final String CUSTOM = "custom_attributes.";
    /** Names of older versions of the API, which people and stored settings still use. */
    private static final Map<String, List<String>> TODAY = Map.of(
        "user_id", List.of("external_id"),
        "last_request_at", List.of("last_seen_at"),
        "session_count", List.of("session_count"),
        "location_data.country_name", List.of("location.country"),
        "location_data.city_name", List.of("location.city"));

    public Profile {
        name = VisibleText.orNull(name);
        pseudonym = VisibleText.orNull(pseudonym);
        attributes = new LinkedHashMap<>(attributes);
    }

    /** The attribute by its full name, by an older one, or by a custom attribute's name alone. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
            .or(() -> TODAY.getOrDefault(attribute, List.of()).stream().map(attributes::get).filter(value -> value != null).findFirst())
            .or(() -> Optional.ofNullable(attributes.get(CUSTOM + attribute)));
    }
}
