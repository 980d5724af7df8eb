package org.intercomjira.notification;

/**
 * A comment that was just added.
 *
 * @param restricted to a group or a role
 */
record NewComment(long id, String body, boolean restricted) {
}
