package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.net.URI;
import java.nio.file.Path;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.settings.GlobalSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentRequestTest {
    @TempDir
    private Path home;
    private Scene scene;
    private ConsentRequest consent;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        ApplicationProperties properties = mock(ApplicationProperties.class);
        when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.org/jira/");
        consent = new ConsentRequest(scene.globalSettings, scene.states, Scene.endpoints(), new BaseUrl(properties));
        set(new GlobalSettings("client id&", true, null));
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void theAddressHoldsClientStateAndRedirectUrlAndNothingSecret() {
        URI address = begin("au");
        assertThat(address).hasHost("app.au.intercom.com").hasPath("/oauth").hasParameter("redirect_uri",
                "https://jira.example.org/jira/plugins/servlet/intercom/oauth/callback");
        assertThat(address.getRawQuery()).startsWith("client_id=client+id%26&state=").doesNotContain("secret");
    }

    @Test
    void theStateInTheAddressIsTheOneThatComesBack() {
        String state = begin("us").getRawQuery().replaceAll(".*state=([^&]+).*", "$1");
        assertThat(scene.states.consume(state, "project-admin").orElseThrow().project()).isEqualTo(Scene.DEMO);
    }

    @Test
    void aFixedRegionWinsOverWhatIsAsked() {
        set(new GlobalSettings("demo-client", true, Region.EU));
        assertThat(begin("us")).hasHost("app.eu.intercom.com");
        assertThat(begin(null)).hasHost("app.eu.intercom.com");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"xx", "us.evil.example"})
    void anUnknownRegionIsRefused(String region) {
        assertRefused("connection.region_unknown", region);
    }

    @Test
    void withoutAnAppThereIsNothingToConnectWith() {
        set(new GlobalSettings("demo-client", false, null));
        assertRefused("connection.app_missing", "us");
    }

    private URI begin(String region) {
        return consent.begin(scene.admin, Scene.DEMO, region);
    }

    private void set(GlobalSettings settings) {
        when(scene.globalSettings.get()).thenReturn(settings);
    }

    private void assertRefused(String code, String region) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> begin(region)).satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
