package org.intercomjira.delivery;

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

/**
 * A stored message. Times are epoch milliseconds. Every index serves one question: what of this lane is due; what is first of this
 * order key; what is there of this sender; what is to be swept.
 */
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

    void setSender(String sender);

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

    /** A {@link Status}. */
    @NotNull
    @StringLength(20)
    String getStatus();

    void setStatus(String status);

    /** {@link Status#isPending()}, so that one index answers which message of an order key is first. */
    @NotNull
    Boolean getPending();

    void setPending(Boolean pending);

    /** Zero; below zero for what goes before all others of its order key. Among equals the id decides. */
    @NotNull
    @Default("0")
    Integer getPlace();

    void setPlace(Integer place);

    /** Failed tries. */
    @NotNull
    Integer getAttempts();

    void setAttempts(Integer attempts);

    /** When there is something to do: send (waiting), look again (blocked, held), take over (sending), sweep (done); of the dead, when it died. */
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

    /** When the first try began that may have reached the other side; null while none has. */
    Long getFirstSentAt();

    void setFirstSentAt(Long time);

    /** Read and written by version 0.1.0 alone, which a cluster may still run on another node during an upgrade. */
    Long getFailingSince();

    /** How many milliseconds it has waited after unknown outcomes; null when it has not. */
    Long getUnknownWait();

    void setUnknownWait(Long milliseconds);

    @StringLength(LONGEST_KEY)
    String getLastErrorCode();

    void setLastErrorCode(String code);

    @StringLength(LONGEST_TEXT)
    String getLastError();

    void setLastError(String error);
}
