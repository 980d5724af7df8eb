package org.intercomjira.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.TestVault;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalSettingsServiceTest {
    private static final Secret SECRET = new Secret("demo-client-secret-canary");

    @TempDir
    private Path home;
    private final TestPluginSettings stored = new TestPluginSettings();
    private GlobalSettingsService settings;

    @BeforeEach
    void start() {
        settings = new GlobalSettingsService(stored, TestVault.in(home, stored), TestVault.mutex());
    }

    @Test
    void nothingIsSetAtFirst() {
        assertThat(settings.get()).isEqualTo(new GlobalSettings(null, false, null));
        assertThat(settings.get().isComplete()).isFalse();
        assertThat(settings.app()).isEmpty();
    }

    @Test
    void whatIsSavedIsUsedAndTheSecretIsNotInTheStore() {
        settings.save("demo-client", SECRET, Region.EU);
        assertThat(settings.get()).isEqualTo(new GlobalSettings("demo-client", true, Region.EU));
        assertThat(settings.app()).contains(new OAuthApp("demo-client", SECRET));
        assertThat(stored.toString()).contains("demo-client").doesNotContain("canary");
        assertThat(settings.get().toString() + settings.app()).doesNotContain("canary");
    }

    @Test
    void withoutANewSecretTheOldOneStays() {
        settings.save("demo-client", SECRET, Region.EU);
        settings.save("other-client", null, null);
        assertThat(settings.app()).contains(new OAuthApp("other-client", SECRET));
        assertThat(settings.get().region()).isNull();
    }

    @Test
    void aClientIdAloneIsNotEnough() {
        settings.save("demo-client", null, null);
        assertThat(settings.get().isComplete()).isFalse();
        assertThat(settings.app()).isEmpty();
    }
}
