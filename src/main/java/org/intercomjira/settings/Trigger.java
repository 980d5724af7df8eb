package org.intercomjira.settings;

/** What makes a notification note. */
public enum Trigger {
    ISSUE_ASSIGNMENT_CHANGED("issueAssignmentChanged"), ISSUE_COMMENTED("issueCommented"), ISSUE_TRANSITIONED("issueTransitioned");

    private final String key;

    Trigger(String key) {
        this.key = key;
    }

    /** Its name in the project property. */
    public String key() {
        return key;
    }

    /** Where its settings are in the project property. */
    String path() {
        return "conversationLinking.notificationTriggers." + key;
    }
}
