package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.intercomjira.intercom.Failure.AuthorisationLost;
import org.intercomjira.intercom.Failure.Forbidden;
import org.intercomjira.intercom.Failure.NotFound;
import org.intercomjira.intercom.Failure.NotSubscribed;
import org.intercomjira.intercom.Failure.RateLimited;
import org.intercomjira.intercom.Failure.Refused;
import org.intercomjira.intercom.Failure.Unknown;
import org.intercomjira.intercom.Failure.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureClassifierTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    static Stream<Arguments> answers() {
        return Stream.of(
            row(401, error("unauthorized", "Access Token Invalid"), new AuthorisationLost("unauthorized", "Access Token Invalid [request r-1]")),
            row(401, error("token_revoked", "Revoked"), new AuthorisationLost("token_revoked", "Revoked [request r-1]")),
            row(401, error("token_unauthorized", "Not authorized to access resource"),
                new AuthorisationLost("token_unauthorized", "Not authorized to access resource [request r-1]")),
            row(401, error("token_suspended", null), new AuthorisationLost("token_suspended", "token_suspended [request r-1]")),
            row(401, error("token_blocked", "x"), new AuthorisationLost("token_blocked", "x [request r-1]")),
            row(401, error("missing_authorization", "x"), new AuthorisationLost("missing_authorization", "x [request r-1]")),
            row(401, "", new AuthorisationLost("http_401", "http_401")),
            row(403, error("forbidden", "You do not have the required scope (read_conversations) to access this resource"),
                new AuthorisationLost("forbidden",
                    "You do not have the required scope (read_conversations) to access this resource [request r-1]")),
            row(404, error("admin_not_found", "x"), new AuthorisationLost("admin_not_found", "x [request r-1]")),
            row(403, error("token_unauthorized", "x"), new AuthorisationLost("token_unauthorized", "x [request r-1]")),
            row(403, error("unauthorized", "x"), new AuthorisationLost("unauthorized", "x [request r-1]")),
            row(403, error("forbidden", "Admin does not have access to this conversation"),
                new Forbidden("forbidden", "Admin does not have access to this conversation [request r-1]")),
            row(403, error("action_forbidden", null), new Forbidden("action_forbidden", "action_forbidden [request r-1]")),
            row(403, "{}", new Forbidden("http_403", "http_403")),
            row(403, error("api_plan_restricted", "Active subscription needed."), new NotSubscribed("Active subscription needed. [request r-1]")),
            row(404, error("not_found", "Resource Not Found"), new NotFound("not_found", "Resource Not Found [request r-1]")),
            row(404, error("conversation_not_found", "Gone"), new NotFound("conversation_not_found", "Gone [request r-1]")),
            row(404, "", new NotFound("http_404", "http_404")),
            row(410, error("contact_merged", "Merged"), new NotFound("contact_merged", "Merged [request r-1]")),
            row(400, error("parameter_invalid", "Body is required"), new Refused(400, "parameter_invalid", "Body is required [request r-1]")),
            row(400, "not JSON", new Refused(400, "http_400", "http_400")),
            row(402, "{}", new Refused(402, "http_402", "http_402")),
            row(409, error("conflict", "x"), new Refused(409, "conflict", "x [request r-1]")),
            row(422, error("data_invalid", "x"), new Refused(422, "data_invalid", "x [request r-1]")),
            row(407, "<html>proxy</html>", new Unreachable("proxy.authentication")),
            row(408, error("request_timeout", "x"), new Unknown("http_408 [request r-1]")),
            row(500, error("server_error", "x"), new Unknown("http_500 [request r-1]")),
            row(502, "<html>Bad Gateway</html>", new Unknown("http_502")),
            row(503, error("service_unavailable", "x"), new Unknown("http_503 [request r-1]")),
            row(504, "", new Unknown("http_504")),
            row(302, "", new Unknown("http_302")),
            row(401, "<html>Please log in to the proxy</html>", new Unknown("html_401")),
            row(403, "\n <!DOCTYPE html><p>Blocked by policy", new Unknown("html_403")),
            row(404, "<html>", new Unknown("html_404")),
            row(400, "{\"errors\":[{\"type\":\"old_kind\",\"message\":\"m\"}]}", new Refused(400, "old_kind", "m")),
            row(400, "{\"errors\":[]}", new Refused(400, "http_400", "http_400")),
            row(400, "{\"errors\":null,\"request_id\":null}", new Refused(400, "http_400", "http_400")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerMeans(int status, String body, Failure meaning) {
        assertThat(FailureClassifier.of(reply(status, body, Map.of()), NOW)).isEqualTo(meaning);
    }

    static Stream<Arguments> waits() {
        return Stream.of(
            Arguments.of(Map.of("Retry-After", List.of("7")), NOW.plusSeconds(7)),
            Arguments.of(Map.of("X-RateLimit-Reset", List.of(seconds(NOW.plusSeconds(4)))), NOW.plusSeconds(4)),
            Arguments.of(Map.of("Retry-After", List.of("3"), "X-RateLimit-Reset", List.of(seconds(NOW.plusSeconds(9)))), NOW.plusSeconds(3)),
            Arguments.of(Map.of(), NOW.plusSeconds(10)),
            Arguments.of(Map.of("X-RateLimit-Reset", List.of(seconds(NOW.minusSeconds(1)))), NOW.plusSeconds(1)),
            Arguments.of(Map.of("Retry-After", List.of("0")), NOW.plusSeconds(1)),
            Arguments.of(Map.of("Retry-After", List.of("86400")), NOW.plusSeconds(60)),
            Arguments.of(Map.of("Retry-After", List.of("soon")), NOW.plusSeconds(10)),
            // Intercom's clock says 10:00:30: of the four seconds that are left, our own clock must not make thirty-four.
            Arguments.of(Map.of("Date", List.of("Sat, 21 Nov 2026 10:00:30 GMT"),
                "X-RateLimit-Reset", List.of(seconds(NOW.plusSeconds(34)))), NOW.plusSeconds(4)),
            Arguments.of(Map.of("Date", List.of("yesterday"), "X-RateLimit-Reset", List.of(seconds(NOW.plusSeconds(4)))), NOW.plusSeconds(4)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aRateLimitEnds(Map<String, List<String>> headers, Instant end) {
        assertThat(FailureClassifier.of(reply(429, error("rate_limit_exceeded", "x"), headers), NOW)).isEqualTo(new RateLimited(end));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
            Arguments.of(new ConnectException("refused"), new Unreachable("ConnectException")),
            Arguments.of(new HttpConnectTimeoutException("slow"), new Unreachable("connect_timeout")),
            Arguments.of(new UnknownHostException("api"), new Unreachable("UnknownHostException")),
            Arguments.of(new NoRouteToHostException("api"), new Unreachable("NoRouteToHostException")),
            Arguments.of(new SSLHandshakeException("certificate"), new Unreachable("SSLHandshakeException")),
            Arguments.of(new IOException(new UnresolvedAddressException()), new Unreachable("UnresolvedAddressException")),
            Arguments.of(new CompletionException(new ConnectException("refused")), new Unreachable("ConnectException")),
            Arguments.of(new IOException("Tunnel failed, got: 502"), new Unreachable("tunnel_refused")),
            Arguments.of(new CompletionException(new IOException("Tunnel failed, got: 503")), new Unreachable("tunnel_refused")),
            Arguments.of(new HttpTimeoutException("slow"), new Unknown("timeout")),
            Arguments.of(new CompletionException(new HttpTimeoutException("slow")), new Unknown("timeout")),
            Arguments.of(new SocketException("reset"), new Unknown("SocketException")),
            Arguments.of(new SSLException("cut"), new Unknown("SSLException")),
            Arguments.of(new IOException("HTTP/1.1 header parser received no bytes"), new Unknown("IOException")),
            Arguments.of(new IllegalStateException("?"), new Unknown("IllegalStateException")));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aProblemMeans(Throwable problem, Failure meaning) {
        assertThat(FailureClassifier.of(problem)).isEqualTo(meaning);
    }

    @Test
    void aLongMessageIsCutAndStaysOnOneLine() {
        Failure failure = FailureClassifier.of(reply(400, error("c", "a\\nb" + "x".repeat(500)), Map.of()), NOW);

        assertThat(((Refused) failure).message()).startsWith("a bx").hasSizeLessThan(230).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r\\n2 forged log line", "<b>", "a b"})
    void aRequestIdThatIsNoIdIsLeftOut(String id) {
        String body = "{\"request_id\":\"" + id + "\",\"errors\":[{\"code\":\"c\",\"message\":\"m\"}]}";

        assertThat(FailureClassifier.of(reply(400, body, Map.of()), NOW)).isEqualTo(new Refused(400, "c", "m"));
    }

    private static Arguments row(int status, String body, Failure meaning) {
        return Arguments.of(status, body, meaning);
    }

    private static String error(String code, String message) {
        return "{\"type\":\"error.list\",\"request_id\":\"r-1\",\"errors\":[{\"code\":\"" + code + "\",\"message\":"
            + (message == null ? "null" : "\"" + message + "\"") + "}]}";
    }

    private static String seconds(Instant time) {
        return String.valueOf(time.getEpochSecond());
    }

    private static Reply reply(int status, String body, Map<String, List<String>> headers) {
        return new Reply(status, HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
