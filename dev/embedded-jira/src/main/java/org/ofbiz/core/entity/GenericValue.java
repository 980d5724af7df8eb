package org.ofbiz.core.entity;

import java.util.List;
import java.util.Map;

/** A row of Jira's entity engine, read whole together with the rows that belong to it. */
public class GenericValue {
    private final Map<String, Object> columns;
    private final Map<String, List<GenericValue>> related;

    /** Column values (null ones included) by name, and related rows by the name of their relation. */
    public GenericValue(Map<String, Object> columns, Map<String, List<GenericValue>> related) {
        this.columns = columns;
        this.related = related;
    }

    /** A relation that does not exist is an error in the entity engine, not an empty list. */
    public List<GenericValue> getRelated(String relationName) throws GenericEntityException {
        List<GenericValue> rows = related.get(relationName);
        if (rows == null) {
            throw new GenericEntityException("no relation " + relationName);
        }
        return rows;
    }

    public Object get(String name) {
        return columns.get(name);
    }

    public String getString(String name) {
        Object value = columns.get(name);
        return value == null ? null : value.toString();
    }

    public Long getLong(String name) {
        return (Long) columns.get(name);
    }
}
