package org.intercomjira.connection;

import org.intercomjira.platform.ProjectId;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.springframework.stereotype.Component;

/** What the recovery of lost facts has to know when a project is connected; a Reconnect starts nothing. */
@Component
class ConnectionStart {
    private static final String CAUSE = "connected";

    private final RecoveryWindows windows;
    private final ProjectSettingsService settings;
    private final SettingsChangeTimes settingsTimes;

    ConnectionStart(RecoveryWindows windows, ProjectSettingsService settings, SettingsChangeTimes settingsTimes) {
        this.windows = windows;
        this.settings = settings;
        this.settingsTimes = settingsTimes;
    }

    void connected(ProjectId project) {
        settingsTimes.connected(project, settings.now(project));
        // For a moment another node may think that the project is not connected.
        windows.open(project, CAUSE);
    }
}
