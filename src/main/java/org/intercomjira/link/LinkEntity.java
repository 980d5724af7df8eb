package org.intercomjira.link;

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

/** A row of the table LINK. It never leaves {@link LinkStore}. Times are epoch milliseconds. */
@Preload
@Table("LINK")
public interface LinkEntity extends RawEntity<Long> {
    String LINK_KEY = "LINK_KEY";
    String ISSUE_ID = "ISSUE_ID";
    String PROJECT_ID = "PROJECT_ID";
    String WORKSPACE_ID = "WORKSPACE_ID";
    String WORKSPACE_NAME = "WORKSPACE_NAME";
    String REGION = "REGION";
    String CONVERSATION_ID = "CONVERSATION_ID";
    String LINKED_BY = "LINKED_BY";
    String LINKED_AT = "LINKED_AT";
    String ORIGIN = "ORIGIN";
    String SNAPSHOT = "SNAPSHOT";
    String SNAPSHOT_AT = "SNAPSHOT_AT";
    String REMOTE_STATE = "REMOTE_STATE";

    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    long getId();

    /** {@code issue:workspace:conversation}: the database itself refuses the second link of a kind. */
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

    /** Whether something that people wrote to the conversation from this issue is not there yet. */
    @NotNull
    @Default("false")
    Boolean getUnsent();

    void setUnsent(Boolean unsent);
}
