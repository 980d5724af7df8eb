package org.ofbiz.core.entity;

import java.util.List;

/** A row of Jira's entity engine. */
public class GenericValue {
    protected GenericValue() {
    }

    public List<GenericValue> getRelated(String relationName) throws GenericEntityException {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getString(String name) {
        throw new UnsupportedOperationException("declaration only");
    }

    public Long getLong(String name) {
        throw new UnsupportedOperationException("declaration only");
    }
}
