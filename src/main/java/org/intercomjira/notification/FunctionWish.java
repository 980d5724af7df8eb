package org.intercomjira.notification;

/** What the post function of a transition asks for. */
enum FunctionWish {
    /** The transition has no post function of ours. */
    NONE,
    /** A note. */
    NOTE,
    /** A note, and conversations that are not open are opened. */
    REOPEN
}
