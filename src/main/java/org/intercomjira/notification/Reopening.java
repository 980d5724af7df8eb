package org.intercomjira.notification;

/** What becomes of a conversation that is closed or snoozed when a note comes to it. */
enum Reopening {
    /** It stays as it is. */
    NO,
    /** It is opened. */
    OPEN,
    /** It is opened and belongs to nobody. */
    OPEN_UNASSIGNED
}
