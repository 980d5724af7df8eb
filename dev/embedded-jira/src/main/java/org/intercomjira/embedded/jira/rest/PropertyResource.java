package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonParser;
import java.util.Map;
import java.util.function.Function;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.property.StoredProperty;

/** Entity properties below the path of what they are attached to. */
final class PropertyResource {
    private static final Map<String, String> PATHS = Map.of(Properties.OF_ISSUES, "issue/", Properties.OF_PROJECTS, "project/", Properties.OF_COMMENTS, "comment/");

    private final Properties properties;
    private final Shapes shapes;
    private final String entity;
    private final Function<Call, Long> toRead;
    private final Function<Call, Long> toWrite;

    /**
     * @param entity  Jira's name of the kind of entity
     * @param toRead  finds the id of the entity for somebody who wants to read, or throws
     * @param toWrite the same for somebody who wants to write
     */
    PropertyResource(Properties properties, Shapes shapes, String entity, Function<Call, Long> toRead, Function<Call, Long> toWrite) {
        this.properties = properties;
        this.shapes = shapes;
        this.entity = entity;
        this.toRead = toRead;
        this.toWrite = toWrite;
    }

    /** {@code base} is the path of the entity, {@code /issue/{issue}}. */
    void addTo(Router router, String base) {
        router.on("GET", base + "/properties", this::keys).on("GET", base + "/properties/{property}", this::read)
                .on("PUT", base + "/properties/{property}", this::write).on("DELETE", base + "/properties/{property}", this::delete);
    }

    private Answer keys(Call call) {
        Long id = toRead.apply(call);
        String path = PATHS.get(entity);
        return Answer.ok(Shape.of("keys", properties.findKeys(entity, id).stream()
                .map(key -> Shape.of("self", shapes.self(path + id + "/properties/" + key)).with("key", key)).toList()));
    }

    private Answer read(Call call) {
        StoredProperty property = existing(call, toRead.apply(call));
        return Answer.ok(Shape.of("key", property.key()).with("value", JsonParser.parseString(property.value())));
    }

    private Answer write(Call call) {
        Long id = toWrite.apply(call);
        boolean isNew = properties.find(entity, id, call.variable("property")).isEmpty();
        try {
            properties.put(entity, id, call.variable("property"), call.text());
        } catch (Properties.BadProperty e) {
            throw RestError.bad(e.getMessage());
        }
        return new Answer(isNew ? 201 : 200, null);
    }

    private Answer delete(Call call) {
        Long id = toWrite.apply(call);
        properties.delete(entity, id, existing(call, id).key());
        return Answer.empty();
    }

    private StoredProperty existing(Call call, Long id) {
        String key = call.variable("property");
        return properties.find(entity, id, key).orElseThrow(() -> RestError.of(404, "The property with key '" + key + "' does not exist."));
    }
}
