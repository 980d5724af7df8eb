package org.intercomjira.settings;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.Optional;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretPlace;
import org.intercomjira.platform.SecretVault;
import org.springframework.stereotype.Component;

/** The global settings, kept by the host; the client secret sealed. */
@Component
public class GlobalSettingsService {
    private static final String KEY = "org.intercomjira.global-settings";
    private static final SecretPlace PLACE = new SecretPlace("PLUGIN_SETTINGS", KEY, "clientSecret");

    private final PluginSettingsFactory settings;
    private final SecretVault vault;
    private final ClusterMutex mutex;

    GlobalSettingsService(@ComponentImport PluginSettingsFactory settings, SecretVault vault, ClusterMutex mutex) {
        this.settings = settings;
        this.vault = vault;
        this.mutex = mutex;
    }

    public GlobalSettings get() {
        Stored stored = stored();
        return new GlobalSettings(stored.clientId(), stored.clientSecret() != null, Region.of(stored.region()).orElse(null));
    }

    /** What codes are exchanged with; empty until the administrator has filled it in. */
    public Optional<OAuthApp> app() {
        Stored stored = stored();
        if (stored.clientId() == null || stored.clientSecret() == null) {
            return Optional.empty();
        }
        return Optional.of(new OAuthApp(stored.clientId(), vault.open(stored.clientSecret(), PLACE)));
    }

    /** @param newSecret null keeps the stored one */
    public void save(String clientId, Secret newSecret, Region region) {
        String cipher = newSecret == null ? null : vault.seal(newSecret, PLACE);
        mutex.holding(KEY, () -> {
            String kept = cipher == null ? stored().clientSecret() : cipher;
            Stored changed = new Stored(clientId, kept, region == null ? null : region.name());
            return settings.createGlobalSettings().put(KEY, Json.write(changed));
        });
    }

    /** The client secret cannot be read any more and has to be entered again. */
    public void forgetSecret() {
        mutex.holding(KEY, () -> {
            Stored old = stored();
            return settings.createGlobalSettings().put(KEY, Json.write(new Stored(old.clientId(), null, old.region())));
        });
    }

    private Stored stored() {
        Object text = settings.createGlobalSettings().get(KEY);
        return text == null ? new Stored(null, null, null) : Json.read((String) text, Stored.class);
    }

    private record Stored(String clientId, String clientSecret, String region) {
    }
}
