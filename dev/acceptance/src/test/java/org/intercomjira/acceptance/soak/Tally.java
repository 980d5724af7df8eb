package org.intercomjira.acceptance.soak;

/**
 * What became of what Jira committed.
 *
 * @param sent        facts that had to be told, one for each conversation
 * @param delivered   those that a note tells of
 * @param doubled     notes beyond the first of their fact
 * @param outOfOrder  notes behind a note of a later fact of the same issue
 * @param leaked      notes and calls that tell what was hidden, filtered or switched off when it was written, or what never was
 * @param undecidable notes that would be out of order, but for the reason that no data tells their order
 */
record Tally(int sent, int delivered, int doubled, int outOfOrder, int leaked, int undecidable) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    int lost() {
        return sent - delivered;
    }

    boolean isWell() {
        return lost() + doubled + outOfOrder + leaked == 0;
    }

    Tally plus(Tally other) {
        return new Tally(sent + other.sent, delivered + other.delivered, doubled + other.doubled, outOfOrder + other.outOfOrder, leaked + other.leaked,
                undecidable + other.undecidable);
    }

    @Override
    public String toString() {
        return "sent " + sent + " delivered " + delivered + " lost " + lost() + " doubled " + doubled + " out-of-order " + outOfOrder + " leaked " + leaked
                + " undecidable " + undecidable;
    }
}
