package org.intercomjira.intercom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.platform.VisibleText;

/** Reads contacts, companies and the attributes that they may have. */
final class ProfileReader {
    private static final int LONGEST_TEXT = 500;
    /** More than any workspace shows; a bound for what an answer can make us keep. */
    private static final int MOST_ATTRIBUTES = 500;

    private ProfileReader() {
    }

    static Answer<Profile> contact(String body) {
        JsonView json = JsonView.of(body);
        return json.text("id", LONGEST_TEXT) == null ? unreadable() : new Answer.Ok<>(profile(json));
    }

    /** The first page of a contact's companies, which holds 50 of them. */
    static Answer<List<Profile>> companies(String body) {
        JsonView json = JsonView.of(body);
        return !json.isObject() ? unreadable()
            : new Answer.Ok<>(json.field("data").elements().stream().filter(JsonView::isObject).map(ProfileReader::profile).toList());
    }

    static Answer<List<DataAttribute>> attributes(String body) {
        JsonView json = JsonView.of(body);
        return !json.isObject() ? unreadable() : new Answer.Ok<>(json.field("data").elements().stream()
            .filter(attribute -> attribute.text("name", LONGEST_TEXT) != null && !"true".equals(attribute.text("archived", LONGEST_TEXT)))
            .map(ProfileReader::attribute).toList());
    }

    private static DataAttribute attribute(JsonView json) {
        String name = json.text("name", LONGEST_TEXT);
        String fullName = Optional.ofNullable(json.text("full_name", LONGEST_TEXT)).orElse(name);
        return new DataAttribute(fullName, VisibleText.or(json.text("label", LONGEST_TEXT), name), json.text("description", LONGEST_TEXT),
            Optional.ofNullable(json.text("data_type", LONGEST_TEXT)).orElse("string"), "true".equals(json.text("custom", LONGEST_TEXT)));
    }

    private static Profile profile(JsonView json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : json.names()) {
            put(attributes, name, json.text(name, LONGEST_TEXT));
            // One step down: place, plan, custom attributes. Lists (tags, companies) have no texts there that anybody looks for.
            JsonView inner = json.field(name);
            inner.names().forEach(innerName -> put(attributes, name + "." + innerName, inner.text(innerName, LONGEST_TEXT)));
        }
        return new Profile(json.text("name", LONGEST_TEXT), json.text("pseudonym", LONGEST_TEXT), json.text("role", LONGEST_TEXT), attributes);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (value != null && attributes.size() < MOST_ATTRIBUTES) {
            attributes.put(name, value);
        }
    }

    private static <T> Answer<T> unreadable() {
        return new Answer.Failed<>(new Failure.Unknown("unreadable_answer"));
    }
}
