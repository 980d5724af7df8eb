package org.intercomjira.simulator.oauth;

import java.net.URI;
import java.util.Set;

/**
 * An app as its owner registered it.
 *
 * @param packageCode marks the parts that the app makes
 */
public record OAuthApp(String clientId, String clientSecret, String name, String packageCode) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The simulator knows no registered redirect addresses: any http(s) address of this machine will do. */
    boolean allowsRedirectTo(String address) {
        try {
            URI uri = URI.create(address);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && LOOPBACK.contains(uri.getHost()) && uri.getRawFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "OAuthApp[" + clientId + "]";
    }
}
