package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.intercomjira.platform.Secret;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls through a proxy, each in a JVM of its own: the proxy and what it may be sent are options of the JVM, which reads some of them once.
 */
class ProxyTest {
    private static final String BASIC_FOR_TUNNELS = "-Djdk.http.auth.tunneling.disabledSchemes=";
    private static final String STORE_PASSWORD = "changeit";
    private static final String LOGIN = "Proxy-Authorization: Basic amlyYTpzw6ljcmV0";

    @ParameterizedTest
    @ValueSource(strings = {"502 Bad Gateway", "503 Service Unavailable", "403 Forbidden", "401 Unauthorized"})
    void aTunnelThatTheProxyDoesNotOpenHasNotReachedIntercom(String refusal) throws Exception {
        try (HttpProxy proxy = new HttpProxy(refusal)) {
            assertThat(call(proxy, List.of())).isEqualTo("Unreachable[reason=tunnel_refused] login missing: false");
            assertThat(proxy.requests()).hasSize(1).first().asList().first().isEqualTo("CONNECT api.eu.intercom.io:443 HTTP/1.1");
        }
    }

    @Test
    void aProxyThatAsksForALoginIsNamedAsTheCause() throws Exception {
        try (HttpProxy proxy = new HttpProxy(HttpProxy.ASKS_FOR_LOGIN)) {
            assertThat(call(proxy, List.of())).isEqualTo("Unreachable[reason=proxy.authentication] login missing: true");
        }
    }

    @Test
    void theProxyGetsUserAndPasswordBeforeItAsks() throws Exception {
        try (HttpProxy proxy = new HttpProxy("502 Bad Gateway")) {
            call(proxy, List.of(BASIC_FOR_TUNNELS, "-Dhttps.proxyUser=jira", "-Dhttps.proxyPassword=s\u00e9cret"));
            assertThat(proxy.requests()).hasSize(1).first().asList().contains(LOGIN);
        }
    }

    /** Its 401 has no WWW-Authenticate header: with an Authenticator the JDK's client would throw, and the lost authorisation would not be seen. */
    @Test
    void throughTheTunnelIntercomAnswersAndDoesNotSeeTheLogin(@TempDir Path folder) throws Exception {
        Path store = keyStoreFor("api.eu.intercom.io", folder);
        List<Headers> seen = new CopyOnWriteArrayList<>();
        HttpsServer intercom = server(store, seen);
        try (TunnelProxy proxy = new TunnelProxy(intercom.getAddress().getPort(), LOGIN)) {
            String answer = call(proxy.port(), List.of(BASIC_FOR_TUNNELS, "-Dhttps.proxyUser=jira", "-Dhttps.proxyPassword=s\u00e9cret",
                "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD));

            assertThat(answer).isEqualTo("AuthorisationLost[code=token_revoked, message=token_revoked] login missing: false");
            assertThat(proxy.connects()).hasSize(1);
            assertThat(seen).hasSize(1).first().satisfies(headers -> {
                assertThat(headers).doesNotContainKey("Proxy-authorization");
                assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer token");
            });
        } finally {
            intercom.stop(0);
        }
    }

    private static HttpsServer server(Path store, List<Headers> seen) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray()), STORE_PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            seen.add(exchange.getRequestHeaders());
            byte[] body = "{\"errors\":[{\"code\":\"token_revoked\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Path keyStoreFor(String host, Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "intercom", "-keyalg", "RSA",
            "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD, "-validity", "2")
            .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return store;
    }

    @Test
    void withoutTheOptionForTunnelsTheJvmKeepsUserAndPasswordBack() throws Exception {
        try (HttpProxy proxy = new HttpProxy(HttpProxy.ASKS_FOR_LOGIN)) {
            assertThat(call(proxy, List.of("-Dhttps.proxyUser=jira", "-Dhttps.proxyPassword=secret"))).contains("proxy.authentication");
            assertThat(proxy.requests()).hasSize(1).first().asList().noneMatch(line -> line.toString().startsWith("Proxy-Authorization"));
        }
    }

    private static String call(HttpProxy proxy, List<String> options) throws IOException, InterruptedException {
        return call(proxy.port(), options);
    }

    private static String call(int proxyPort, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8",
            "-Dhttps.proxyHost=localhost", "-Dhttps.proxyPort=" + proxyPort, "-Dhttp.nonProxyHosts="));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), ProxyTest.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Arrays.stream(said.split("\n")).filter(line -> line.startsWith("RESULT ")).map(line -> line.substring(7)).findFirst().orElse(said);
    }

    private static String classPath() {
        // Surefire may hide the real class path in a manifest and says it here.
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).replace("\n", File.pathSeparator);
    }

    /** Asks Intercom's real address who the token belongs to: the proxy answers in its place. */
    public static void main(String[] arguments) throws Exception {
        ManualClock clock = new ManualClock();
        IntercomTransport transport = new IntercomTransport(clock);
        IntercomClient client = new IntercomClient(new IntercomRequests(new IntercomEndpoints(false, null)), transport, new RateLimits(clock));
        Answer<Identity> answer = client.me(new Access(Region.EU, new Secret("token"))).join();
        System.out.println("RESULT " + ((Answer.Failed<Identity>) answer).failure() + " login missing: " + client.isProxyLoginMissing());
        transport.close();
    }
}
