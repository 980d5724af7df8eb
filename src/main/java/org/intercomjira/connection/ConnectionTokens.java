package org.intercomjira.connection;

import org.intercomjira.intercom.Access;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretPlace;
import org.intercomjira.platform.SecretVault;
import org.springframework.stereotype.Component;

/** Tokens of connections, sealed for the table and opened for calls. A token opens in its own project's row only. */
@Component
class ConnectionTokens {
    private final SecretVault vault;

    ConnectionTokens(SecretVault vault) {
        this.vault = vault;
    }

    String seal(ProjectId project, Secret token) {
        return vault.seal(token, place(project));
    }

    /** @throws org.intercomjira.platform.ApiException 503 vault.* when the token cannot be read */
    Access open(StoredConnection stored) {
        Connection connection = stored.connection();
        return new Access(connection.region(), vault.open(stored.tokenCipher(), place(connection.project())));
    }

    private static SecretPlace place(ProjectId project) {
        return new SecretPlace("CONNECTION", String.valueOf(project.value()), "TOKEN_CIPHER");
    }
}
