package org.intercomjira.embedded.pages.access;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.embedded.spi.JiraSide;

/** Finds out who calls: the Authorization header counts before the session, as in Jira. */
final class CallerFinder {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";

    private final JiraSide jira;

    CallerFinder(JiraSide jira) {
        this.jira = jira;
    }

    Caller find(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        String scheme = header.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BASIC)) {
            return known(basic(header.substring(BASIC.length()).strip()));
        }
        if (scheme.startsWith(BEARER)) {
            return known(jira.byAccessToken(header.substring(BEARER.length()).strip()));
        }
        return new JiraSession(request).userKey()
                .map(key -> jira.service(UserManager.class).getUserByKey(key))
                .filter(ApplicationUser::isActive)
                .<Caller>map(Caller.Known::new)
                .orElseGet(Caller.Anonymous::new);
    }

    private Optional<ApplicationUser> basic(String encoded) {
        try {
            String[] nameAndPassword = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return nameAndPassword.length < 2 ? Optional.empty() : jira.authenticate(nameAndPassword[0], nameAndPassword[1]);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Caller known(Optional<ApplicationUser> user) {
        return user.<Caller>map(Caller.Known::new).orElseGet(Caller.Refused::new);
    }
}
