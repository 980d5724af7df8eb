package org.intercomjira.notification;

/** From which status to which, by id, and by the names that people read at the time of the change. */
record StatusChange(String fromId, String toId, String from, String to) {
}
