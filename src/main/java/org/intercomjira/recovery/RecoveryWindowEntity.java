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

/** A time in which facts can have been lost. Times are epoch milliseconds. */
@Preload
@Table("RECOVERY_WINDOW")
@Indexes({
    @Index(name = "due", methodNames = {"getEnded", "getDueAt"}),
    @Index(name = "scope", methodNames = {"getScope", "getScopeId", "getToAt"})
})
public interface RecoveryWindowEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    /** A {@link Scope}. */
    @NotNull
    @StringLength(20)
    String getScope();

    /** Of the project or the issue; 0 for all. */
    @NotNull
    Long getScopeId();

    @NotNull
    @StringLength(40)
    String getCause();

    @NotNull
    Long getFromAt();

    @NotNull
    Long getToAt();

    @NotNull
    Long getOpenedAt();

    /** When to search it (again). */
    @NotNull
    Long getDueAt();

    void setDueAt(Long time);

    /** The highest id of an issue that was searched. */
    @NotNull
    Long getSearchedTo();

    void setSearchedTo(Long issue);

    @NotNull
    Integer getFailures();

    void setFailures(Integer failures);

    @NotNull
    Boolean getEnded();

    void setEnded(Boolean ended);
}
