package org.intercomjira.connection;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.intercomjira.platform.ProjectId;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.junit.jupiter.api.Test;

class ConnectionStartTest {
    @Test
    void aConnectIsAWindowForItsProjectAndTheBeginningOfItsSettings() {
        ProjectId project = new ProjectId(10_000);
        RecoveryWindows windows = mock(RecoveryWindows.class);
        ProjectSettingsService settings = mock(ProjectSettingsService.class);
        SettingsChangeTimes times = mock(SettingsChangeTimes.class);
        when(settings.now(project)).thenReturn(ProjectSettings.DEFAULTS);

        new ConnectionStart(windows, settings, times).connected(project);

        verify(windows).open(project, "connected");
        verify(times).connected(project, ProjectSettings.DEFAULTS);
    }
}
