package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import org.assertj.core.api.Assertions;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.settings.GlobalSettingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class NewKeyTest {
    private final SecretVault vault = mock(SecretVault.class);
    private final GlobalSettingsService settings = mock(GlobalSettingsService.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final SecureAdministrator administrator = mock(SecureAdministrator.class);
    private final HttpServletRequest request = mock(HttpServletRequest.class);
    private final AdminVaultResource resource = new AdminVaultResource(administrator, new NewKey(vault, settings, connections));

    @BeforeEach
    void prepare() {
        when(administrator.requirePassword(request)).thenReturn(mock(ApplicationUser.class));
    }

    @Test
    void theSecretIsForgottenAndConnectionsAreBrokenOnlyAfterTheKeyWasMade() {
        resource.startWithNewKey(request);
        InOrder order = inOrder(vault, settings, connections);
        order.verify(vault).startAnew();
        order.verify(settings).forgetSecret();
        order.verify(connections).breakAll("vault_renewed");
    }

    @Test
    void whenTheKeyIsThereNothingChanges() {
        doThrow(new ApiException(409, "vault.ready")).when(vault).startAnew();
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.startWithNewKey(request)).satisfies(e -> Assertions.assertThat(e.status()).isEqualTo(409));
        verifyNoInteractions(settings, connections);
    }

    @Test
    void theWholeOfItIsForAdministratorsWhoHaveJustEnteredTheirPassword() {
        when(administrator.requirePassword(request)).thenThrow(new ApiException(403, "administration.password_again"));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> resource.startWithNewKey(request)).satisfies(e -> Assertions.assertThat(e.status()).isEqualTo(403));
        verifyNoInteractions(vault, settings, connections);
    }
}
