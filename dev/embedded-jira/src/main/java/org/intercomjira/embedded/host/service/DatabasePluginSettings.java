package org.intercomjira.embedded.host.service;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.spi.Database;

/** Plugin settings in the database: texts, lists of texts and maps of texts, each as JSON. */
public final class DatabasePluginSettings implements PluginSettings, PluginSettingsFactory {
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_VALUE = 99_000;

    private final Database database;
    private final Gson gson = new Gson();

    public DatabasePluginSettings(Database database) {
        this.database = database;
    }

    @Override
    public PluginSettings createGlobalSettings() {
        return this;
    }

    @Override
    public Object get(String key) {
        return database.inTransaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select setting_value from host_setting where setting_key = ?")) {
                query.setString(1, key);
                ResultSet row = query.executeQuery();
                return row.next() ? decode(row.getString(1)) : null;
            }
        });
    }

    /** @throws IllegalArgumentException for a longer key or value, or another type, than Jira takes */
    @Override
    public Object put(String key, Object value) {
        if (value == null) {
            return remove(key);
        }
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("The key is longer than " + LONGEST_KEY + " characters: " + key);
        }
        Object before = remove(key);
        String json = encode(value);
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into host_setting (setting_key, setting_value) values (?, ?)")) {
                insert.setString(1, key);
                insert.setString(2, json);
                return insert.executeUpdate();
            }
        });
        return before;
    }

    @Override
    public Object remove(String key) {
        Object before = get(key);
        database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from host_setting where setting_key = ?")) {
                delete.setString(1, key);
                return delete.executeUpdate();
            }
        });
        return before;
    }

    private String encode(Object value) {
        if (!(value instanceof String || value instanceof List || value instanceof Map)) {
            throw new IllegalArgumentException("Plugin settings take String, List<String> and Map<String, String>, not " + value.getClass().getName());
        }
        String json = gson.toJson(value);
        if (json.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("The value is longer than " + LONGEST_VALUE + " characters");
        }
        return json;
    }

    private Object decode(String json) {
        return switch (json.charAt(0)) {
            case '[' -> gson.fromJson(json, new TypeToken<List<String>>() { });
            case '{' -> gson.fromJson(json, new TypeToken<Map<String, String>>() { });
            default -> gson.fromJson(json, String.class);
        };
    }
}
