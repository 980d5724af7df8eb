package org.intercomjira.platform;

import com.atlassian.cache.CacheManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.nio.file.Path;
import java.util.Optional;
import org.intercomjira.testing.TestCaches;
import org.intercomjira.testing.TestLocks;

/** A vault whose key lies in a folder of the test. */
public final class TestVault {
    private TestVault() {
    }

    /** As a node that has just started sees it. */
    public static SecretVault in(Path sharedHome, PluginSettingsFactory settings) {
        return in(sharedHome, settings, new TestCaches());
    }

    /** As a node sees it that shares these caches with others. */
    public static SecretVault in(Path sharedHome, PluginSettingsFactory settings, CacheManager caches) {
        return new SecretVault(new VaultKey(new VaultKeyFile(new Homes(sharedHome)), settings, mutex(), caches));
    }

    public static ClusterMutex mutex() {
        return new ClusterMutex(new TestLocks());
    }

    private record Homes(Path shared) implements ApplicationProperties {
        @Override
        public Optional<Path> getSharedHomeDirectory() {
            return Optional.of(shared);
        }

        @Override
        public Optional<Path> getLocalHomeDirectory() {
            return Optional.empty();
        }

        @Override
        public String getBaseUrl(UrlMode mode) {
            return "https://jira.example.org";
        }
    }
}
