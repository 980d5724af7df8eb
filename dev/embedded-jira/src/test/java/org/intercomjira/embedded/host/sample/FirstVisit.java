package org.intercomjira.embedded.host.sample;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;

/** An upgrade task that counts its runs. */
public class FirstVisit implements ActiveObjectsUpgradeTask {
    public static final String RUNS = "sample.upgrade.runs";
    private final PluginSettings settings;

    public FirstVisit(PluginSettingsFactory settings) {
        this.settings = settings.createGlobalSettings();
    }

    @Override
    public ModelVersion getModelVersion() {
        return ModelVersion.valueOf("1");
    }

    @Override
    public void upgrade(ModelVersion current, ActiveObjects ao) {
        settings.put(RUNS, settings.get(RUNS) == null ? "once" : "again");
    }
}
