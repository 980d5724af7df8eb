package org.intercomjira.simulator.control;

/** The caller asked for something that cannot be. */
final class BadControlCall extends RuntimeException {

    private final int status;

    BadControlCall(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
