package com.atlassian.jira.issue.history;

/** The change of one field. */
public class ChangeItemBean {
    ChangeItemBean() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getFieldType() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getField() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getFrom() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getFromString() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getTo() {
        throw new UnsupportedOperationException("declaration only");
    }

    public String getToString() {
        throw new UnsupportedOperationException("declaration only");
    }
}
