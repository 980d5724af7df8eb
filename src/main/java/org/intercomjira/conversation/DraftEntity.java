package org.intercomjira.conversation;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A row of the table DRAFT: what somebody wrote, until it has arrived. It never leaves {@link DraftStore}. Times are epoch milliseconds. */
@Preload
@Table("DRAFT")
public interface DraftEntity extends RawEntity<Long> {
    String LINK_ID = "LINK_ID";
    String ISSUE_ID = "ISSUE_ID";
    String AUTHOR = "AUTHOR";
    String KIND = "KIND";
    String BODY = "BODY";
    String CREATED_AT = "CREATED_AT";

    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    @NotNull
    @Indexed
    Long getLinkId();

    @NotNull
    Long getIssueId();

    @NotNull
    @StringLength(255)
    String getAuthor();

    @NotNull
    @StringLength(20)
    String getKind();

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getBody();

    @NotNull
    @Indexed
    Long getCreatedAt();
}
