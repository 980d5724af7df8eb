package org.intercomjira.notification;

/** Which parts of a change are told. */
record Telling(boolean assignee, boolean status, boolean comment) {
    static final Telling NOTHING = new Telling(false, false, false);

    boolean isNothing() {
        return equals(NOTHING);
    }
}
