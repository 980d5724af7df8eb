package org.intercomjira.settings;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** When a project's settings became what they are. The project property itself has no time, and others may write it. */
@Preload
@Table("SETTINGS_CHANGE")
public interface SettingsChangeEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    @NotNull
    @Unique
    Long getProjectId();

    /** Of what the settings said. */
    @NotNull
    @StringLength(64)
    String getHash();

    void setHash(String hash);

    /** Epoch milliseconds. */
    @NotNull
    Long getChangedAt();

    void setChangedAt(Long time);
}
