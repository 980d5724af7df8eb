package org.intercomjira.delivery;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A lane, for the lock that the database keeps on its row: see {@link Turns}. Written once and never deleted. */
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

    /** How many turns were taken, or fewer: what counts is that every turn writes it. */
    @NotNull
    Long getTurns();

    void setTurns(Long turns);
}
