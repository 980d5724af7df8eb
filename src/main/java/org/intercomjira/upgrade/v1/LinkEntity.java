package org.intercomjira.upgrade.v1;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** LINK before version 1: UNSENT came later than the rest, and rows from before had none. Never change this. */
@Table("LINK")
public interface LinkEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    long getId();

    @NotNull
    @Unique
    @StringLength(255)
    String getLinkKey();

    @NotNull
    @Indexed
    Long getIssueId();

    @NotNull
    @Indexed
    Long getProjectId();

    @NotNull
    @StringLength(100)
    String getWorkspaceId();

    @StringLength(255)
    String getWorkspaceName();

    @NotNull
    @StringLength(10)
    String getRegion();

    @NotNull
    @Indexed
    @StringLength(40)
    String getConversationId();

    @StringLength(255)
    String getLinkedBy();

    @NotNull
    Long getLinkedAt();

    @NotNull
    @StringLength(30)
    String getOrigin();

    @StringLength(StringLength.UNLIMITED)
    String getSnapshot();

    Long getSnapshotAt();

    @NotNull
    @StringLength(20)
    String getRemoteState();

    Boolean getUnsent();

    void setUnsent(Boolean unsent);
}
