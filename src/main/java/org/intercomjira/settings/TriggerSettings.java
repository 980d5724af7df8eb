package org.intercomjira.settings;

/**
 * What a project wants of one trigger.
 *
 * @param filterEnabled only comments that hold {@code #intercom}; false for other triggers
 */
public record TriggerSettings(boolean enabled, boolean reopenConversations, boolean filterEnabled) {
}
