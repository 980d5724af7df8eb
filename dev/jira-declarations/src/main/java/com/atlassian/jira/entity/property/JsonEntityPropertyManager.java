package com.atlassian.jira.entity.property;

/** JSON values attached to entities, without permission checks. */
public interface JsonEntityPropertyManager {
    EntityProperty get(String entityName, Long entityId, String key);

    void put(String entityName, Long entityId, String key, String json);

    void delete(String entityName, Long entityId, String key);
}
