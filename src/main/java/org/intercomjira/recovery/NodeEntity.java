package org.intercomjira.recovery;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The heartbeat of one run of the app on one node. Times are epoch milliseconds by that node's clock. */
@Preload
@Table("NODE")
public interface NodeEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    /** Random for each start: a node that comes back is another one. */
    @NotNull
    @Unique
    @StringLength(60)
    String getRunId();

    @NotNull
    Long getBeats();

    void setBeats(Long beats);

    @NotNull
    Long getBeatAt();

    void setBeatAt(Long time);

    /** Which Jira the node belongs to, see {@link WorkingInstallations#own}. */
    @StringLength(60)
    String getInstallation();

    void setInstallation(String installation);
}
