package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.SettingsPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectPageTest {
    @TempDir
    private Path home;
    private final CopyGuard copyGuard = mock(CopyGuard.class);
    private Scene scene;
    private ProjectPage page;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        when(scene.globalSettings.get()).thenReturn(new GlobalSettings("demo-client", true, null));
        when(scene.outbox.countsOf("10000")).thenReturn(new DeliveryCounts(3, null, 2, 1));
        I18nResolver i18n = mock(I18nResolver.class);
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
        when(i18n.getText(anyString(), any(Serializable[].class))).thenAnswer(call -> Arrays.toString(call.getArguments()));
        JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
        when(authentication.getLocale()).thenReturn(Locale.ENGLISH);
        ApplicationProperties properties = mock(ApplicationProperties.class);
        when(properties.getBaseUrl(UrlMode.CANONICAL)).thenReturn("https://jira.example.org");
        ConnectionViews views = new ConnectionViews(scene.connections, scene.memory, scene.successes, scene.globalSettings, scene.outbox,
                (project, current) -> 4, Scene.endpoints(),
                mock(UserManager.class), i18n);
        page = new ProjectPage(views, mock(SettingsPage.class), i18n, authentication, new BaseUrl(properties), scene.intercom, copyGuard);
    }

    @Test
    void anOutboxThatIsHeldAsACopyIsShown() {
        assertThat(page.values("DEMO", Scene.DEMO, null)).doesNotContainKey("copyText");
        when(copyGuard.isHeld()).thenReturn(true);
        assertThat(page.values("DEMO", Scene.DEMO, null)).containsEntry("copyText", "intercom.connection.page.held");
    }

    @Test
    void aProxyThatAsksForALoginIsShown() {
        assertThat(page.values("DEMO", Scene.DEMO, null)).doesNotContainKey("proxyText");
        when(scene.intercom.isProxyLoginMissing()).thenReturn(true);
        assertThat(page.values("DEMO", Scene.DEMO, null)).containsEntry("proxyText", "intercom.error.proxy.authentication");
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void aProjectThatIsNotConnectedHasNothingToShow() {
        assertThat(values(null)).containsEntry("state", "not_connected").containsEntry("choosesRegion", true).doesNotContainKeys("workspaceName", "resultText");
    }

    @Test
    void aConnectionIsShownWholeAndWithoutItsToken() {
        scene.connect(Scene.DEMO, Scene.ACME);
        Map<String, Object> values = values(null);
        assertThat(values).containsEntry("state", "connected").containsEntry("workspaceUrl", "https://app.intercom.com/a/inbox/ecahpwf5")
                .containsEntry("appUserEmail", "jira-app@acme.example").containsKeys("connectedText", "lastSuccess", "otherLinksText").doesNotContainKey("reason");
        assertThat(values.toString()).doesNotContain("canary");
        assertThat(values.get("notesText").toString()).contains("3, 2, 1");
    }

    @Test
    void aBrokenConnectionSaysWhy() {
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connections.markBroken(Scene.DEMO, "not_subscribed");
        assertThat(values(null)).containsEntry("state", "broken").containsEntry("reason", "intercom.connection.reason.not_subscribed");
    }

    @Test
    void revokeSaysHowManyNotesWaitAndThePageUntilWhenTheyAreKept() {
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(values(null).get("revokeWaiting").toString()).contains("revokeWaiting, 3");
        scene.connections.revoke(Scene.DEMO);
        assertThat(values(null).get("waitingKeptText").toString()).contains("waitingKept, 3");

        when(scene.outbox.countsOf("10000")).thenReturn(new DeliveryCounts(0, null, 2, 1));
        assertThat(values(null)).doesNotContainKey("waitingKeptText");
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(values(null)).doesNotContainKeys("revokeWaiting", "waitingKeptText");
    }

    @Test
    void aChangeOfTheAppUserNamesBoth() {
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connections.replace(scene.connection(Scene.DEMO, Scene.ACME, Scene.SAM), Scene.TOKEN);
        assertThat(values("app_user_changed").get("resultText").toString()).contains("Jira app", "Sam Support");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connected", "app_user_changed", "<script>", ""})
    void anAddressCannotClaimWhatIsNotSo(String result) {
        assertThat(values(result)).doesNotContainKey("resultText");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "http://elsewhere.example/a.png", "not an address"})
    void aPictureThatIsNotOnTheWebIsLeftOut(String address) {
        scene.connections.replace(scene.connection(Scene.DEMO, Scene.ACME, new Teammate(new TeammateId("1"), "Ann", null, address)), Scene.TOKEN);
        assertThat(values(null)).doesNotContainKey("appUserAvatar");
    }

    private Map<String, Object> values(String result) {
        return page.values("DEMO", Scene.DEMO, result);
    }
}
