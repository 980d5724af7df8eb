package org.intercomjira.upgrade.released;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Default;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** LINK as version 0.1.0 has it. Never change this. */
@Preload
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

    void setProjectId(Long id);

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

    void setSnapshot(String json);

    Long getSnapshotAt();

    void setSnapshotAt(Long time);

    @NotNull
    @StringLength(20)
    String getRemoteState();

    void setRemoteState(String code);

    @NotNull
    @Default("false")
    Boolean getUnsent();

    void setUnsent(Boolean unsent);
}
