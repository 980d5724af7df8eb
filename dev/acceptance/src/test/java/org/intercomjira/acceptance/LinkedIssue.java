package org.intercomjira.acceptance;

/** An issue and the conversation that is linked to it, by key and id. */
record LinkedIssue(String issue, String conversation) {
}
