package com.atlassian.jira.util;

/** Collects messages. */
public class MessageSetImpl implements MessageSet {
    public MessageSetImpl() {
        throw new UnsupportedOperationException("declaration only");
    }

    public void addErrorMessage(String message) {
        throw new UnsupportedOperationException("declaration only");
    }
}
