package org.intercomjira.notification;

/** From which status to which, by id, and by the names that people read at the time of the change. */
record StatusChange(String fromId, String toId, String from, String to) {
    /**
     * Whether this change was certainly made before the other one, which begins where this one ended. Two that lead to and fro may have
     * been made either way round, unless the change before them led to where this one begins.
     *
     * @param before null when it is not known
     */
    boolean isProvenBefore(StatusChange next, StatusChange before) {
        boolean isFollowed = toId != null && toId.equals(next.fromId());
        boolean isToAndFro = fromId == null || fromId.equals(next.toId());
        return isFollowed && (!isToAndFro || before != null && fromId != null && fromId.equals(before.toId()));
    }
}
