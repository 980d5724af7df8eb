package org.intercomjira.platform;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row of the table AUDIT: something that a person, or Jira itself, changed for others. Rows are written once and never changed. */
@Preload
@Table("AUDIT")
public interface AuditEntity extends RawEntity<Long> {
    String CREATED_AT = "CREATED_AT";
    String USER_KEY = "USER_KEY";
    String ACTION = "ACTION";
    String PROJECT_ID = "PROJECT_ID";
    String DETAIL = "DETAIL";
    int MAX_DETAIL = 450;

    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    /** Epoch milliseconds. */
    @NotNull
    @Indexed
    Long getCreatedAt();

    /** The key of the Jira user; null when Jira did it. */
    @StringLength(255)
    String getUserKey();

    /** The name of an {@link AuditAction}, perhaps of one that another version knows. */
    @NotNull
    @StringLength(60)
    String getAction();

    /** Null when the action concerns all of Jira. */
    Long getProjectId();

    /** Ids, codes and counts; null when there is nothing to add. */
    @StringLength(MAX_DETAIL)
    String getDetail();
}
