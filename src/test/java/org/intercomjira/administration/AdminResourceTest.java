package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.intercomjira.connection.ConsentRequest;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.Secret;
import org.intercomjira.settings.GlobalSettings;
import org.intercomjira.settings.GlobalSettingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminResourceTest {
    private final Permissions permissions = mock(Permissions.class);
    private final SecureAdministrator administrator = mock(SecureAdministrator.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final GlobalSettingsService settings = mock(GlobalSettingsService.class);
    private final ConsentRequest consent = mock(ConsentRequest.class);
    private final ConnectionList connections = mock(ConnectionList.class);
    private final AdminResource resource = new AdminResource(permissions, administrator, settings, consent, connections);

    @BeforeEach
    void prepare() {
        when(settings.get()).thenReturn(new GlobalSettings("demo-client", true, Region.EU));
        when(consent.redirectUrl()).thenReturn(URI.create("https://jira.example.org/cb"));
    }

    @Test
    void theAnswerSaysOnlyThatASecretIsSet() {
        assertThat(resource.get()).isEqualTo("{\"clientId\":\"demo-client\",\"clientSecretSet\":true,\"region\":\"EU\",\"redirectUrl\":\"https://jira.example.org/cb\",\"baseUrlHttps\":true}");
    }

    @Test
    void allIsStored() {
        String answer = resource.put(request, "{\"clientId\":\" demo-client \",\"clientSecret\":\"canary\",\"region\":\"eu\"}");
        verify(settings).save("demo-client", new Secret("canary"), Region.EU);
        assertThat(answer).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clientId\":\"a\"}", "{\"clientId\":\"a\",\"clientSecret\":\"\"}", "{\"clientId\":\"a\",\"clientSecret\":null,\"region\":\"\"}"})
    void withoutASecretTheStoredOneStays(String body) {
        resource.put(request, body);
        verify(settings).save("a", null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"clientId\":\" \"}", "{\"clientId\":\"a\",\"region\":\"xx\"}", "{\"clientId\":[]}", "{not json"})
    void nonsenseIsRefused(String body) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.put(request, body)).satisfies(e -> assertThat(e.status()).isEqualTo(422));
        verify(settings, never()).save(any(), any(), any());
    }

    @Test
    void everythingIsForJiraAdministrators() {
        when(permissions.requireJiraAdministrator()).thenThrow(new ApiException(403, "not_administrator"));
        when(administrator.require(request)).thenThrow(new ApiException(403, "not_administrator"));
        assertThatExceptionOfType(ApiException.class).isThrownBy(resource::get);
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.put(request, "{not json")).satisfies(e -> assertThat(e.status()).isEqualTo(403));
        assertThatExceptionOfType(ApiException.class).isThrownBy(resource::connections);
        verifyNoInteractions(settings, connections);
    }
}
