package org.intercomjira.recovery;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** A time in which something was silent on purpose. Times are epoch milliseconds by the clock of the node that wrote it. */
@Preload
@Table("SILENCE")
@Indexes(@Index(name = "until", methodNames = {"getToAt"}))
public interface SilenceEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    /** Key of the Jira user whose changes are silent; null for everybody's. */
    @StringLength(255)
    String getUserKey();

    /** {@code workspace:conversation} that gets no note; null for all. */
    @StringLength(255)
    String getOrderKey();

    @NotNull
    Long getFromAt();

    @NotNull
    Long getToAt();

    void setToAt(Long time);
}
