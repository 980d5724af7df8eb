package org.intercomjira.upgrade.released;

import net.java.ao.Accessor;
import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** OAUTH_STATE as version 0.1.0 has it. Never change this. */
@Preload
@Table("OAUTH_STATE")
public interface OAuthStateEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    @Accessor("ID")
    long getId();

    @NotNull
    @Unique
    @Accessor("STATE_HASH")
    String getStateHash();

    @NotNull
    @Accessor("USER_KEY")
    String getUserKey();

    @NotNull
    @Accessor("PROJECT_ID")
    long getProjectId();

    @NotNull
    @Accessor("REGION")
    String getRegion();

    @NotNull
    @Indexed
    @Accessor("EXPIRES_AT")
    long getExpiresAt();
}
