package org.intercomjira.acceptance.face;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who calls, named by what they may do; the password equals the name. */
public enum Account {
    ADMIN, PROJECT_ADMIN, DEVELOPER, VIEWER, OUTSIDER, ANONYMOUS;

    public String userName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String password() {
        return userName();
    }

    /** The header for basic authentication; none for anonymous. */
    public Optional<String> authorization() {
        return this == ANONYMOUS ? Optional.empty() : Optional.of(authorization(userName(), password()));
    }

    static String authorization(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
