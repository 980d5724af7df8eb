package org.intercomjira.upgrade.released;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** DRAFT as version 0.1.0 has it. Never change this. */
@Preload
@Table("DRAFT")
public interface DraftEntity extends RawEntity<Long> {
    @AutoIncrement
    @NotNull
    @PrimaryKey("ID")
    Long getId();

    @NotNull
    @Indexed
    Long getLinkId();

    @NotNull
    Long getIssueId();

    @NotNull
    @StringLength(255)
    String getAuthor();

    @NotNull
    @StringLength(20)
    String getKind();

    @NotNull
    @StringLength(StringLength.UNLIMITED)
    String getBody();

    @NotNull
    @Indexed
    Long getCreatedAt();
}
