package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyCredentialsTest {
    private static final URI INTERCOM = URI.create("https://api.intercom.io/me");
    private static final Map<String, String> HTTPS = Map.of("https.proxyHost", "proxy.example", "https.proxyPort", "3128", "https.proxyUser", "jira", "https.proxyPassword", "secret");
    private static final String JIRA_SECRET = "Basic amlyYTpzZWNyZXQ=";

    @Test
    void theConfiguredProxyGetsThem() {
        assertThat(credentials(HTTPS, via("proxy.example", 3128)).headerFor(INTERCOM)).contains(JIRA_SECRET);
    }

    @Test
    void thoseForHttpStandInForMissingOnes() {
        Map<String, String> properties = Map.of("https.proxyHost", "proxy.example", "https.proxyPort", "3128", "http.proxyUser", "jira", "http.proxyPassword", "secret");
        assertThat(credentials(properties, via("proxy.example", 3128)).headerFor(INTERCOM)).contains(JIRA_SECRET);
    }

    @Test
    void aUserWithoutAPasswordHasAnEmptyOne() {
        Map<String, String> properties = Map.of("https.proxyHost", "proxy.example", "https.proxyUser", "jira", "http.proxyPassword", "of another user");
        assertThat(credentials(properties, via("proxy.example", 443)).headerFor(INTERCOM)).contains("Basic amlyYTo=");
    }

    @Test
    void anotherProxyThanTheConfiguredOneGetsNone() {
        assertThat(credentials(HTTPS, via("other.example", 3128)).headerFor(INTERCOM)).isEmpty();
        assertThat(credentials(HTTPS, via("proxy.example", 8080)).headerFor(INTERCOM)).isEmpty();
        assertThat(credentials(Map.of("https.proxyUser", "jira", "https.proxyPassword", "secret"), via("proxy.example", 3128)).headerFor(INTERCOM)).isEmpty();
    }

    @Test
    void aProxyOfAnotherKindGetsNone() {
        assertThat(credentials(HTTPS, List.of(new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("proxy.example", 3128)))).headerFor(INTERCOM)).isEmpty();
    }

    @Test
    void withoutAProxyThereAreNone() {
        assertThat(credentials(HTTPS, List.of(Proxy.NO_PROXY)).headerFor(INTERCOM)).isEmpty();
        assertThat(new ProxyCredentials(HTTPS::get, null).headerFor(INTERCOM)).isEmpty();
    }

    @Test
    void aProxyWithoutALoginGetsNone() {
        assertThat(credentials(Map.of("https.proxyHost", "proxy.example", "https.proxyPort", "3128"), via("proxy.example", 3128)).headerFor(INTERCOM)).isEmpty();
    }

    /** The header is on every request, so the JVM has to keep it from servers. */
    @Test
    void aServerNeverGetsThem() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.willAnswer(401, "{}");
            java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder().proxy(java.net.http.HttpClient.Builder.NO_PROXY).build();
            client.send(java.net.http.HttpRequest.newBuilder(URI.create(server.address())).header(ProxyCredentials.HEADER, JIRA_SECRET).build(),
                java.net.http.HttpResponse.BodyHandlers.discarding());
            assertThat(server.requests().get(0).headers()).doesNotContainKey("Proxy-authorization");
        }
    }

    private static ProxyCredentials credentials(Map<String, String> properties, List<Proxy> selected) {
        return new ProxyCredentials(properties::get, new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return selected;
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }

    private static List<Proxy> via(String host, int port) {
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
    }
}
