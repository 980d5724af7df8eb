package org.intercomjira.simulator.world;

import java.util.concurrent.atomic.AtomicLong;

/** New ids, shaped like Intercom's, unique in the whole simulator. */
public final class Ids {

    private final AtomicLong conversations = new AtomicLong(215_500_000_000_000L);
    private final AtomicLong parts = new AtomicLong(30_000_000_000L);
    private final AtomicLong contacts = new AtomicLong();
    private final AtomicLong tags = new AtomicLong(100);

    /** Fifteen digits. */
    public String conversation() {
        return String.valueOf(conversations.addAndGet(17));
    }

    public String part() {
        return String.valueOf(parts.incrementAndGet());
    }

    /** Twenty-four hexadecimal digits. */
    public String contact() {
        return "68a1f0c4" + String.format("%016x", contacts.incrementAndGet());
    }

    public String tag() {
        return String.valueOf(tags.incrementAndGet());
    }
}
