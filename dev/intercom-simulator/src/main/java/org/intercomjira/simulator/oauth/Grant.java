package org.intercomjira.simulator.oauth;

/** What a teammate allowed an app: to act as this teammate in this workspace. */
public record Grant(String clientId, String packageCode, String workspaceId, String teammateId) {}
