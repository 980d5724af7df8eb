package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Permissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecureAdministratorTest {
    private final Permissions permissions = mock(Permissions.class);
    private final WebSudoManager webSudo = mock(WebSudoManager.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final ApplicationUser user = mock(ApplicationUser.class);
    private final SecureAdministrator administrator = new SecureAdministrator(permissions, webSudo);

    @BeforeEach
    void prepare() {
        when(permissions.requireJiraAdministrator()).thenReturn(user);
    }

    private void nobodyHasEnteredThePassword() {
        doThrow(new WebSudoSessionException("no")).when(webSudo).willExecuteWebSudoRequest(request);
    }

    @Test
    void whoHasEnteredThePasswordGoesOn() {
        assertThat(administrator.require(request)).isSameAs(user);
        verify(webSudo).willExecuteWebSudoRequest(request);
    }

    @Test
    void aSessionAloneIsNotEnough() {
        nobodyHasEnteredThePassword();
        refused(403, "administration.password_again", () -> administrator.require(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "Basic YTpi", "BASIC YTpi"})
    void aScriptBringsItsCredentialsWithEachCall(String authorization) {
        nobodyHasEnteredThePassword();
        when(request.getHeader("Authorization")).thenReturn(authorization);
        assertThat(administrator.require(request)).isSameAs(user);
    }

    @ParameterizedTest
    @CsvSource({"Bearer made up, JSESSIONID=1", "Basic bm8=, seraph.rememberme.cookie=1", "Negotiate abc,", "Bearer,", "'',"})
    void aHeaderBesideACookieOrOfAnotherKindProvesNothing(String authorization, String cookie) {
        nobodyHasEnteredThePassword();
        when(request.getHeader("Authorization")).thenReturn(authorization);
        when(request.getHeader("Cookie")).thenReturn(cookie);
        refused(403, "administration.password_again", () -> administrator.require(request));
    }

    @Test
    void whatOnlyAPersonMayDoIsClosedToScripts() {
        nobodyHasEnteredThePassword();
        when(request.getHeader("Authorization")).thenReturn("Bearer abc");
        refused(403, "administration.password_again", () -> administrator.requirePassword(request));
    }

    @Test
    void whoIsNoAdministratorIsNotAskedForThePassword() {
        when(permissions.requireJiraAdministrator()).thenThrow(new ApiException(401, "not_logged_in"));
        refused(401, "not_logged_in", () -> administrator.require(request));
        refused(401, "not_logged_in", () -> administrator.requirePassword(request));
        verifyNoInteractions(webSudo);
    }

    private static void refused(int status, String code, Runnable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call::run).satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
    }
}
