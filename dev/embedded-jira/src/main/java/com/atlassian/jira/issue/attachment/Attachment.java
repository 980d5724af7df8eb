package com.atlassian.jira.issue.attachment;

/** A file that hangs on an issue. */
public class Attachment {
    private final Long id;
    private final String filename;

    public Attachment(Long id, String filename) {
        this.id = id;
        this.filename = filename;
    }

    public Long getId() {
        return id;
    }

    public String getFilename() {
        return filename;
    }
}
