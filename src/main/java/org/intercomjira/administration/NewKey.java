package org.intercomjira.administration;

import org.intercomjira.connection.ConnectionService;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.settings.GlobalSettingsService;
import org.springframework.stereotype.Component;

/** Goes on after the vault's key was lost for good. */
@Component
public class NewKey {
    /** Why connections are broken afterwards: i18n {@code intercom.connection.reason.vault_renewed}. */
    static final String REASON = "vault_renewed";

    private final SecretVault vault;
    private final GlobalSettingsService settings;
    private final ConnectionService connections;

    NewKey(SecretVault vault, GlobalSettingsService settings, ConnectionService connections) {
        this.vault = vault;
        this.settings = settings;
        this.connections = connections;
    }

    /** @throws org.intercomjira.platform.ApiException 409 vault.ready when the key is there; then nothing was changed */
    void start() {
        vault.startAnew();
        settings.forgetSecret();
        connections.breakAll(REASON);
    }
}
