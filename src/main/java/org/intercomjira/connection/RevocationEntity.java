package org.intercomjira.connection;

import net.java.ao.Accessor;
import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A connection that was revoked, while its project's messages wait for the next one. The token is gone. */
@Preload
@Table("REVOCATION")
public interface RevocationEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    @Accessor("ID")
    long getId();

    @NotNull
    @Unique
    @Accessor("PROJECT_ID")
    long getProjectId();

    /** Epoch milliseconds. */
    @NotNull
    @Indexed
    @Accessor("REVOKED_AT")
    long getRevokedAt();
}
