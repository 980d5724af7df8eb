package org.intercomjira.intercom;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The user name and password for the proxy of this JVM: {@code https.proxyUser} and {@code https.proxyPassword}, which the JDK's HTTP client does
 * not read by itself.
 *
 * <p>A header and no {@code java.net.Authenticator}: with one, the client throws for a 401 that has no {@code WWW-Authenticate} header, and
 * Intercom's would no longer be seen. The client sends headers named {@code Proxy-*} to proxies only. It sends this one with CONNECT only when
 * {@code jdk.http.auth.tunneling.disabledSchemes} does not name Basic, which it does by default:
 * https://www.oracle.com/java/technologies/javase/8u111-relnotes.html
 */
final class ProxyCredentials {
    static final String HEADER = "Proxy-Authorization";

    private final UnaryOperator<String> properties;
    private final ProxySelector selector;

    /**
     * @param properties of the JVM; null for one that is not set
     * @param selector   that the HTTP client uses; null when it uses no proxy
     */
    ProxyCredentials(UnaryOperator<String> properties, ProxySelector selector) {
        this.properties = properties;
        this.selector = selector;
    }

    /** The header's value; empty unless requests to this address go through the configured proxy and a user is set. */
    Optional<String> headerFor(URI address) {
        String scheme = address.getScheme();
        if (selector == null || !isConfigured(selector.select(address).stream().findFirst().orElse(Proxy.NO_PROXY), scheme)) {
            return Optional.empty();
        }
        return login(scheme).or(() -> login("http"))
            .map(login -> "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    /** Another app may set a selector of its own, whose proxies these credentials are not for. */
    private boolean isConfigured(Proxy proxy, String scheme) {
        String host = properties.apply(scheme + ".proxyHost");
        return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address
            && address.getHostString().equalsIgnoreCase(host) && address.getPort() == port(scheme);
    }

    private int port(String scheme) {
        try {
            return Integer.parseInt(properties.apply(scheme + ".proxyPort"));
        } catch (NumberFormatException e) {
            return scheme.equals("https") ? 443 : 80;
        }
    }

    private Optional<String> login(String scheme) {
        String user = properties.apply(scheme + ".proxyUser");
        String password = properties.apply(scheme + ".proxyPassword");
        return user == null || user.isEmpty() ? Optional.empty() : Optional.of(user + ":" + (password == null ? "" : password));
    }
}
