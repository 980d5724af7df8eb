package org.intercomjira.upgrade.released;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Default;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** OUTBOX as version 0.1.0 has it. Never change this. */
@Preload
@Table("OUTBOX")
@Indexes({
    @Index(name = "due", methodNames = {"getLane", "getStatus", "getNextAt"}),
    @Index(name = "first", methodNames = {"getOrderKey", "getPending", "getPlace", "getId"}),
    @Index(name = "sender", methodNames = {"getSender", "getStatus", "getCreatedAt"}),
    @Index(name = "swept", methodNames = {"getStatus", "getNextAt"})
})
public interface OutboxEntity extends RawEntity<Long> {
    int LONGEST_LANE = 150;
    int LONGEST_KEY = 255;
    int LONGEST_TEXT = 450;

    @PrimaryKey("ID")
    @AutoIncrement
    @NotNull
    Long getId();

    @NotNull
    @StringLength(LONGEST_LANE)
    String getLane();

    @NotNull
    @StringLength(LONGEST_KEY)
    String getSender();

    @NotNull
    @StringLength(LONGEST_KEY)
    String getOrderKey();

    @NotNull
    @Unique
    @StringLength(LONGEST_KEY)
    String getDedupeKey();

    @NotNull
    @StringLength(LONGEST_KEY)
    String getType();

    @NotNull
    @StringLength(LONGEST_TEXT)
    String getPayload();

    @NotNull
    @StringLength(20)
    String getStatus();

    void setStatus(String status);

    @NotNull
    Boolean getPending();

    void setPending(Boolean pending);

    @NotNull
    @Default("0")
    Integer getPlace();

    void setPlace(Integer place);

    @NotNull
    Integer getAttempts();

    void setAttempts(Integer attempts);

    @NotNull
    Long getNextAt();

    void setNextAt(Long time);

    @StringLength(60)
    String getOwnerNode();

    void setOwnerNode(String node);

    Long getClaimedAt();

    void setClaimedAt(Long time);

    @NotNull
    Long getCreatedAt();

    Long getFirstSentAt();

    void setFirstSentAt(Long time);

    Long getFailingSince();

    void setFailingSince(Long time);

    @StringLength(LONGEST_KEY)
    String getLastErrorCode();

    void setLastErrorCode(String code);

    @StringLength(LONGEST_TEXT)
    String getLastError();

    void setLastError(String error);
}
