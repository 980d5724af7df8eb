package org.intercomjira.settings;

import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The settings of projects, from memory. */
@Component
public class ProjectSettingsService {
    /** The project's settings; defaults where nothing is stored. */
    public ProjectSettings of(ProjectId project) {
        return ProjectSettings.DEFAULTS;
    }
}
