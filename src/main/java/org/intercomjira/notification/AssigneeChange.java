package org.intercomjira.notification;

/** From whom to whom, by display name at the time of the change; null for nobody. */
record AssigneeChange(String from, String to) {
}
