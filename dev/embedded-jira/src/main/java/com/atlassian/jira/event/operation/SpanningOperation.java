package com.atlassian.jira.event.operation;

/** One operation over several issues, such as a bulk change. */
public final class SpanningOperation {
    private final String type;
    private final String id;

    /** The type is what kind of operation it is, the id the same for all events of one operation. */
    public SpanningOperation(String type, String id) {
        this.type = type;
        this.id = id;
    }

    public String getType() {
        return type;
    }

    public String getId() {
        return id;
    }
}
