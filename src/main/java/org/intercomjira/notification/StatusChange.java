package org.intercomjira.notification;

/** From which status to which, by id, and by the names that people read at the time of the change. */
record StatusChange(String fromId, String toId, String from, String to) {
    /** Whether the other change begins where this one ended and does not lead back to where it began: then this one was made first. */
    boolean leadsOnlyTo(StatusChange next) {
        return toId != null && toId.equals(next.fromId()) && fromId != null && !fromId.equals(next.toId());
    }
}
