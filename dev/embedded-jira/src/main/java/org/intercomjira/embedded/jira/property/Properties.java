package org.intercomjira.embedded.jira.property;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Entity properties. Jira's JsonEntityPropertyManager: asks for no permission. */
public final class Properties implements JsonEntityPropertyManager {
    /** What Jira calls the properties of issues, of projects and of comments. */
    public static final String OF_ISSUES = "IssueProperty";
    public static final String OF_PROJECTS = "ProjectProperty";
    public static final String OF_COMMENTS = "CommentProperty";

    private static final int LONGEST_VALUE = 32_768;
    private static final int LONGEST_KEY = 255;

    private final Store store;
    private final Clock clock;

    public Properties(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public EntityProperty get(String entityName, Long entityId, String key) {
        return find(entityName, entityId, key).orElse(null);
    }

    public Optional<StoredProperty> find(String entityName, long entityId, String key) {
        return store.first("select property_key, json_value from entity_property where entity_name = ? and entity_id = ? and property_key = ?",
                row -> new StoredProperty(row.text("property_key"), row.text("json_value")), entityName, entityId, key);
    }

    public List<String> findKeys(String entityName, Long entityId) {
        return store.list("select property_key from entity_property where entity_name = ? and entity_id = ? order by property_key",
                row -> row.text("property_key"), entityName, entityId);
    }

    /** Throws {@link BadProperty} when the key or value is too long or the value is no JSON. */
    @Override
    public void put(String entityName, Long entityId, String key, String json) {
        check(key, json);
        try {
            write(entityName, entityId, key, json);
        } catch (IllegalStateException otherWasFirst) {
            // Two writers that both found no row: the loser's insert breaks the unique index, and now there is a row to update.
            write(entityName, entityId, key, json);
        }
    }

    @Override
    public void delete(String entityName, Long entityId, String key) {
        store.change(sql -> {
            sql.run("delete from entity_property where entity_name = ? and entity_id = ? and property_key = ?", entityName, entityId, key);
            if (entityName.equals(OF_ISSUES)) {
                PropertyValues.delete(sql, entityId, key);
            }
            return null;
        });
    }

    private void write(String entityName, long entityId, String key, String json) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.change(sql -> {
            write(sql, entityName, entityId, key, json, now);
            return null;
        });
    }

    /** Writes a property that was {@link #check checked} in the transaction of the caller. */
    public static void write(Sql sql, String entityName, long entityId, String key, String json, Instant now) throws SQLException {
        int updated = sql.run("update entity_property set json_value = ?, updated = ? where entity_name = ? and entity_id = ? and property_key = ?",
                json, now, entityName, entityId, key);
        if (updated == 0) {
            sql.run("insert into entity_property (entity_name, entity_id, property_key, json_value, created, updated) values (?, ?, ?, ?, ?, ?)",
                    entityName, entityId, key, json, now, now);
        }
        if (entityName.equals(OF_ISSUES)) {
            PropertyValues.write(sql, entityId, key, json);
        }
    }

    /** Gives one entity the properties of another, in the transaction of the caller. */
    public static void copy(Sql sql, String entityName, long from, long to, Instant now) throws SQLException {
        List<StoredProperty> all = sql.list("select property_key, json_value from entity_property where entity_name = ? and entity_id = ?",
                row -> new StoredProperty(row.text("property_key"), row.text("json_value")), entityName, from);
        for (StoredProperty property : all) {
            write(sql, entityName, to, property.getKey(), property.getValue(), now);
        }
    }

    /** Throws {@link BadProperty} for what Jira does not take. */
    public static void check(String key, String json) {
        if (key.length() > LONGEST_KEY) {
            throw new BadProperty("The property key cannot be longer than " + LONGEST_KEY + " characters.");
        }
        if (json.length() > LONGEST_VALUE) {
            throw new BadProperty("The property value cannot be longer than " + LONGEST_VALUE + " characters.");
        }
        if (!isJson(json)) {
            throw new BadProperty("The property value must be valid JSON.");
        }
    }

    private static boolean isJson(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.skipValue();
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return false;
        }
    }

    /** A property that Jira does not take; the message says why. */
    public static final class BadProperty extends IllegalArgumentException {
        BadProperty(String message) {
            super(message);
        }
    }
}
