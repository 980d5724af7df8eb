package org.intercomjira.embedded.pages.access;

import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The login page with the way back. The address is relative to the server: people log in on the node that asked them to. */
public final class LoginAddress implements LoginUriProvider {
    private final String contextPath;

    public LoginAddress(String contextPath) {
        this.contextPath = contextPath;
    }

    @Override
    public URI getLoginUri(URI returnUri) {
        String destination = returnUri == null ? "" : returnUri.toString();
        return URI.create(contextPath + "/login.jsp?permissionViolation=true&os_destination="
                + URLEncoder.encode(destination, StandardCharsets.UTF_8));
    }
}
