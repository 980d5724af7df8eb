package org.intercomjira.embedded.host.sample;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** A table of one column beside its key. */
@Table("VISIT")
public interface Visit extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    long getId();

    @Unique
    @NotNull
    String getVisitor();
}
