package org.intercomjira.embedded.jira.property;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.intercomjira.embedded.jira.store.Sql;

/**
 * The index of the issues' properties: each number and text in a property's JSON is a row with its path, an array has one for each element. It is
 * written in the transaction that writes the property and holds all paths, those of no plugin too: which of them JQL knows is asked when somebody
 * searches. So nothing has to be indexed again when a plugin comes or changes, and all nodes find the same.
 */
public final class PropertyValues {
    private static final int LONGEST_TEXT = 255;

    private PropertyValues() {
    }

    /** @param text in small letters, as searches ignore case */
    private record Value(String path, String text, Double number) {
    }

    static void write(Sql sql, long issue, String key, String json) throws SQLException {
        delete(sql, issue, key);
        for (Value value : values("", JsonParser.parseString(json))) {
            sql.run("insert into property_value (issueid, property_key, path, text_value, number_value) values (?, ?, ?, ?, ?)",
                    issue, key, value.path(), value.text(), value.number());
        }
    }

    static void delete(Sql sql, long issue, String key) throws SQLException {
        sql.run("delete from property_value where issueid = ? and property_key = ?", issue, key);
    }

    /** For a database that was made before there was an index. */
    public static Void addAll(Sql sql) throws SQLException {
        for (Stored row : sql.list("select entity_id, property_key, json_value from entity_property where entity_name = 'IssueProperty'",
                found -> new Stored(found.number("entity_id"), found.text("property_key"), found.text("json_value")))) {
            write(sql, row.issue(), row.key(), row.json());
        }
        return null;
    }

    private record Stored(long issue, String key, String json) {
    }

    private static List<Value> values(String path, JsonElement element) {
        List<Value> values = new ArrayList<>();
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(inner -> values.addAll(values(path, inner)));
        } else if (element.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member : element.getAsJsonObject().entrySet()) {
                values.addAll(values(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
            }
        } else if (element.isJsonPrimitive() && path.length() <= LONGEST_TEXT) {
            values.add(value(path, element.getAsJsonPrimitive()));
        }
        return values;
    }

    private static Value value(String path, JsonPrimitive primitive) {
        String text = primitive.getAsString().toLowerCase(Locale.ROOT);
        return new Value(path, text.substring(0, Math.min(LONGEST_TEXT, text.length())), primitive.isNumber() ? primitive.getAsDouble() : null);
    }
}
