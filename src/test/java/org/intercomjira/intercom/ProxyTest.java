package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.intercomjira.platform.Secret;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls through a proxy, each in a JVM of its own: the proxy and what it may be sent are options of the JVM, which reads some of them once.
 */
class ProxyTest {
    private static final String BASIC_FOR_TUNNELS = "-Djdk.http.auth.tunneling.disabledSchemes=";
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

    @Test
    void withoutTheOptionForTunnelsTheJvmKeepsUserAndPasswordBack() throws Exception {
        try (HttpProxy proxy = new HttpProxy(HttpProxy.ASKS_FOR_LOGIN)) {
            assertThat(call(proxy, List.of("-Dhttps.proxyUser=jira", "-Dhttps.proxyPassword=secret"))).contains("proxy.authentication");
            assertThat(proxy.requests()).hasSize(1).first().asList().noneMatch(line -> line.toString().startsWith("Proxy-Authorization"));
        }
    }

    private static String call(HttpProxy proxy, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8", "-Dsun.jnu.encoding=UTF-8",
            "-Dhttps.proxyHost=localhost", "-Dhttps.proxyPort=" + proxy.port(), "-Dhttp.nonProxyHosts="));
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
