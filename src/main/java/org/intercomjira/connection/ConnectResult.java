package org.intercomjira.connection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of connecting. The settings page shows the text {@code intercom.connection.result.<code>}. */
enum ConnectResult {
    CONNECTED(true), RECONNECTED(true), APP_USER_CHANGED(true), WORKSPACE_CHANGED(true),
    DENIED(false), EXPIRED(false), CODE_REFUSED(false), IDENTITY_REFUSED(false), NOT_SUBSCRIBED(false), UNKNOWN_REGION(false),
    UNAVAILABLE(false), PROXY_AUTHENTICATION(false), APP_MISSING(false), VAULT_CLOSED(false);

    private final boolean success;

    ConnectResult(boolean success) {
        this.success = success;
    }

    boolean isSuccess() {
        return success;
    }

    /** Its name in addresses and i18n keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ConnectResult> of(String code) {
        return Arrays.stream(values()).filter(result -> result.code().equals(code)).findFirst();
    }
}
