package org.intercomjira.notification;

/** From which status to which, by the names that people read, at the time of the change. */
record StatusChange(String from, String to) {
}
