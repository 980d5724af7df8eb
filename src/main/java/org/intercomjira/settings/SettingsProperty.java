package org.intercomjira.settings;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.google.gson.JsonObject;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService.Stored;
import org.springframework.stereotype.Component;

/** The project property in which the vendor's app keeps its settings too. */
@Component
class SettingsProperty {
    static final String KEY = "intercom.connection.configuration";
    private static final String ENTITY = "ProjectProperty";
    private static final int LONGEST = 32_768;

    private final JsonEntityPropertyManager properties;

    SettingsProperty(@ComponentImport JsonEntityPropertyManager properties) {
        this.properties = properties;
    }

    Stored read(ProjectId project) {
        EntityProperty property = properties.get(ENTITY, project.value(), KEY);
        if (property == null) {
            return new Stored(new SettingsDocument(new JsonObject()), true);
        }
        try {
            return new Stored(new SettingsDocument(Json.readObject(property.getValue())), true);
        } catch (ApiException e) {
            return new Stored(new SettingsDocument(new JsonObject()), false);
        }
    }

    Stored write(ProjectId project, JsonObject whole) {
        String text = whole.toString();
        if (text.length() > LONGEST) {
            throw new ApiException(422, "settings.too_long", LONGEST);
        }
        if (whole.isEmpty()) {
            properties.delete(ENTITY, project.value(), KEY);
        } else {
            properties.put(ENTITY, project.value(), KEY, text);
        }
        return new Stored(new SettingsDocument(whole), true);
    }
}
