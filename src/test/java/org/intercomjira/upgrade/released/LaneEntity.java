package org.intercomjira.upgrade.released;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** LANE as version 0.1.0 has it. Never change this. */
@Preload
@Table("LANE")
public interface LaneEntity extends RawEntity<Long> {
    @PrimaryKey("ID")
    @AutoIncrement
    @NotNull
    Long getId();

    @NotNull
    @Unique
    @StringLength(OutboxEntity.LONGEST_LANE)
    String getName();

    @NotNull
    Long getTurns();

    void setTurns(Long turns);
}
