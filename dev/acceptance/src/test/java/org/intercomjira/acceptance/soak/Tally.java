package org.intercomjira.acceptance.soak;

/**
 * What became of the transitions that Jira made.
 *
 * @param sent       transitions in Jira's own history
 * @param delivered  those that a note tells of
 * @param doubled    notes beyond the first of their transition
 * @param outOfOrder notes behind a note of a later transition of the same issue
 */
record Tally(int sent, int delivered, int doubled, int outOfOrder) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    int lost() {
        return sent - delivered;
    }

    Tally plus(Tally other) {
        return new Tally(sent + other.sent, delivered + other.delivered, doubled + other.doubled, outOfOrder + other.outOfOrder);
    }

    @Override
    public String toString() {
        return "sent " + sent + " delivered " + delivered + " lost " + lost() + " doubled " + doubled + " out-of-order " + outOfOrder;
    }
}
