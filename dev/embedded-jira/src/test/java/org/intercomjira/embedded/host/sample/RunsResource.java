package org.intercomjira.embedded.host.sample;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says how often the upgrade task ran and what the life cycle did. */
@Path("runs")
public class RunsResource {
    private final PluginSettingsFactory settings;

    @Inject
    public RunsResource(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    @GET
    public String get() {
        return settings.createGlobalSettings().get(FirstVisit.RUNS) + " " + settings.createGlobalSettings().get(Starter.LIFE);
    }
}
