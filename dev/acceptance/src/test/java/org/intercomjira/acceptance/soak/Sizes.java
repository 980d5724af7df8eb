package org.intercomjira.acceptance.soak;

/** How much each scenario does: enough to meet its faults by default, and what {@code dev/soak} asks for by system properties. */
final class Sizes {
    static final int TRANSITIONS = Integer.getInteger("soak.transitions", 300);
    static final int CONVERSATIONS = Integer.getInteger("soak.conversations", 60);
    static final int REVOKED = Integer.getInteger("soak.revoked", 300);
    static final int OUTAGE = Integer.getInteger("soak.outage", 300);
    static final int POISONED = Integer.getInteger("soak.poisoned", 300);
    static final int FROZEN = Integer.getInteger("soak.frozen", 300);
    static final int UPGRADED = Integer.getInteger("soak.upgraded", 300);
    static final int HIDDEN = Integer.getInteger("soak.hidden", 300);
    static final int SWITCHED = Integer.getInteger("soak.switched", 30);
    static final int SCRIPTED = Integer.getInteger("soak.scripted", 100);
    /** For the scenarios that are not about load. */
    static final int SOME_CONVERSATIONS = 40;

    private Sizes() {
    }
}
