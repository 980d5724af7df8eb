package org.intercomjira.settings;

import org.intercomjira.intercom.Region;

/**
 * What the Jira administrator set for all projects. The client secret is not here, see {@link GlobalSettingsService#app()}.
 *
 * @param clientId        of the Intercom app; null when not filled in
 * @param clientSecretSet whether a client secret is stored
 * @param region          the only region of this Jira's workspaces; null when each project chooses
 */
public record GlobalSettings(String clientId, boolean clientSecretSet, Region region) {
    /** Whether projects can be connected. */
    public boolean isComplete() {
        return clientId != null && clientSecretSet;
    }
}
