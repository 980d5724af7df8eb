package org.intercomjira.platform;

import java.util.Locale;

/** Whether the vault can be used, and why not. */
public enum VaultState {
    READY, KEY_MISSING, KEY_WRONG, KEY_UNREADABLE;

    /** The {@link ApiException} code that says so. */
    public String code() {
        return "vault." + name().toLowerCase(Locale.ROOT);
    }
}
