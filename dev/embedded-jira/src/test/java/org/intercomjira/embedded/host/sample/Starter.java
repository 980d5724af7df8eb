package org.intercomjira.embedded.host.sample;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.springframework.stereotype.Component;

/** Leaves a trace of its life in the settings. */
@Component
public class Starter implements LifecycleAware {
    public static final String LIFE = "sample.life";
    private final PluginSettings settings;

    public Starter(PluginSettingsFactory settings) {
        this.settings = settings.createGlobalSettings();
    }

    @Override
    public void onStart() {
        settings.put(LIFE, (settings.get(LIFE) == null ? "" : settings.get(LIFE)) + "+");
    }

    @Override
    public void onStop() {
        settings.put(LIFE, settings.get(LIFE) + "-");
    }
}
