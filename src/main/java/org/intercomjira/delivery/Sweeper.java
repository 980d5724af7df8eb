package org.intercomjira.delivery;

/** Removes what a feature keeps beside its messages and no longer needs. Implemented by the features; called about once a minute, on one node at a time. */
public interface Sweeper {
    /** Does a short piece of work: the messages are swept on the same thread. Never throws. */
    void sweep();
}
