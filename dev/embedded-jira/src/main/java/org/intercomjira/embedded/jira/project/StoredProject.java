package org.intercomjira.embedded.jira.project;

import com.atlassian.jira.project.Project;
import java.sql.SQLException;
import org.intercomjira.embedded.jira.store.Row;

/** A project as it was when it was read. {@code lead} is a user key, {@code lead} and {@code description} may be null. */
public record StoredProject(Long id, String key, String name, String lead, String description, boolean archived) implements Project {
    /** For statements in which the project's table is named p. */
    public static final String COLUMNS = "p.id as project_id, p.pkey, p.pname as project_name, p.lead, p.description as project_description, p.archived";

    /** Reads what {@link #COLUMNS} named. */
    public static StoredProject read(Row row) throws SQLException {
        return new StoredProject(row.number("project_id"), row.text("pkey"), row.text("project_name"), row.text("lead"), row.text("project_description"), row.flag("archived"));
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getKey() {
        return key;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isArchived() {
        return archived;
    }

    public String getLeadUserKey() {
        return lead;
    }

    public String getDescription() {
        return description;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project that && that.getId().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
