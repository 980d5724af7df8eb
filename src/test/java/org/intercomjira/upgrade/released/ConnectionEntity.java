package org.intercomjira.upgrade.released;

import net.java.ao.Accessor;
import net.java.ao.Mutator;
import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** CONNECTION as version 0.1.0 has it. Never change this. */
@Preload
@Table("CONNECTION")
public interface ConnectionEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    @Accessor("ID")
    long getId();

    @NotNull
    @Unique
    @Accessor("PROJECT_ID")
    long getProjectId();

    @NotNull
    @Indexed
    @Accessor("WORKSPACE_ID")
    String getWorkspaceId();

    @Mutator("WORKSPACE_ID")
    void setWorkspaceId(String id);

    @Accessor("WORKSPACE_NAME")
    String getWorkspaceName();

    @Mutator("WORKSPACE_NAME")
    void setWorkspaceName(String name);

    @NotNull
    @Accessor("REGION")
    String getRegion();

    @Mutator("REGION")
    void setRegion(String region);

    @NotNull
    @Accessor("APP_USER_ID")
    String getAppUserId();

    @Mutator("APP_USER_ID")
    void setAppUserId(String id);

    @Accessor("APP_USER_NAME")
    String getAppUserName();

    @Mutator("APP_USER_NAME")
    void setAppUserName(String name);

    @Accessor("APP_USER_EMAIL")
    String getAppUserEmail();

    @Mutator("APP_USER_EMAIL")
    void setAppUserEmail(String email);

    @StringLength(StringLength.MAX_LENGTH)
    @Accessor("APP_USER_AVATAR")
    String getAppUserAvatar();

    @StringLength(StringLength.MAX_LENGTH)
    @Mutator("APP_USER_AVATAR")
    void setAppUserAvatar(String url);

    @Accessor("PREVIOUS_APP_USER")
    String getPreviousAppUser();

    @Mutator("PREVIOUS_APP_USER")
    void setPreviousAppUser(String name);

    @StringLength(StringLength.UNLIMITED)
    @Accessor("TOKEN_CIPHER")
    String getTokenCipher();

    @StringLength(StringLength.UNLIMITED)
    @Mutator("TOKEN_CIPHER")
    void setTokenCipher(String cipher);

    @NotNull
    @Accessor("STATE")
    String getState();

    @Mutator("STATE")
    void setState(String state);

    @Accessor("STATE_REASON")
    String getStateReason();

    @Mutator("STATE_REASON")
    void setStateReason(String reason);

    @Accessor("STATE_SINCE")
    long getStateSince();

    @Mutator("STATE_SINCE")
    void setStateSince(long time);

    @Accessor("CONNECTED_BY")
    String getConnectedBy();

    @Mutator("CONNECTED_BY")
    void setConnectedBy(String userKey);

    @Accessor("CONNECTED_AT")
    long getConnectedAt();

    @Mutator("CONNECTED_AT")
    void setConnectedAt(long time);

    @Accessor("LAST_SUCCESS_AT")
    long getLastSuccessAt();

    @Mutator("LAST_SUCCESS_AT")
    void setLastSuccessAt(long time);
}
