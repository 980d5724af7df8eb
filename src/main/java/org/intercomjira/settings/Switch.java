package org.intercomjira.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a project administrator switches on and off. The first eleven lie where the vendor's app keeps them; our own lie in an object
 * of their own beside the vendor's, which knows nothing of them.
 */
public enum Switch {
    PANEL("intercomIssuePanel.enabled", true),
    CONVERSATION_VIEW("intercomIssuePanel.allowConversationView", true),
    LINKING("conversationLinking.enabled", true),
    UNASSIGN_ON_OPEN("conversationLinking.unassignOnOpen", false),
    ASSIGNMENT_NOTES(trigger(Trigger.ISSUE_ASSIGNMENT_CHANGED, "enabled"), true),
    ASSIGNMENT_REOPENS(trigger(Trigger.ISSUE_ASSIGNMENT_CHANGED, "reopenConversations"), false),
    COMMENT_NOTES(trigger(Trigger.ISSUE_COMMENTED, "enabled"), true),
    COMMENT_REOPENS(trigger(Trigger.ISSUE_COMMENTED, "reopenConversations"), false),
    COMMENT_FILTER(trigger(Trigger.ISSUE_COMMENTED, "filterEnabled"), false),
    TRANSITION_NOTES(trigger(Trigger.ISSUE_TRANSITIONED, "enabled"), true),
    TRANSITION_REOPENS(trigger(Trigger.ISSUE_TRANSITIONED, "reopenConversations"), false),
    LINK_NOTES("intercomForJiraDataCenter.linkNotes", true),
    INTERNAL_COMMENTS("intercomForJiraDataCenter.internalComments", false),
    CUSTOMER_REPLIES("intercomForJiraDataCenter.customerReplies", false);

    private final String path;
    private final boolean onByDefault;

    Switch(String path, boolean onByDefault) {
        this.path = path;
        this.onByDefault = onByDefault;
    }

    /** Where it is in the project property: the names of its keys from the root, with dots between them. */
    public String path() {
        return path;
    }

    boolean isOnByDefault() {
        return onByDefault;
    }

    static Set<Switch> defaults() {
        return Collections.unmodifiableSet(Arrays.stream(values()).filter(Switch::isOnByDefault)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Switch.class))));
    }

    private static String trigger(Trigger trigger, String key) {
        return trigger.path() + "." + key;
    }
}
