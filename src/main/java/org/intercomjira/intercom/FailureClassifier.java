package org.intercomjira.intercom;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Says what a call that gave no value means. Only what certainly did not reach Intercom is {@link Failure.Unreachable}; when in
 * doubt it is {@link Failure.Unknown}, because a note that is sent twice cannot be taken back.
 */
final class FailureClassifier {
    static final String APP_USER_GONE = "admin_not_found";
    private static final int LONGEST_MESSAGE = 200;
    private static final List<Class<? extends Exception>> BEFORE_SENDING = List.of(HttpConnectTimeoutException.class, ConnectException.class,
        UnknownHostException.class, NoRouteToHostException.class, UnresolvedAddressException.class, SSLHandshakeException.class);

    private FailureClassifier() {
    }

    /** @param now this machine's time, to tell when a rate limit ends */
    static Failure of(Reply reply, Instant now) {
        int status = reply.status();
        if (status == 429) {
            return new Failure.RateLimited(now.plus(RateLimit.waitAfter429(reply.headers(), now)));
        }
        if (status == 407) {
            return new Failure.Unreachable(Failure.Unreachable.PROXY_AUTHENTICATION);
        }
        if (status < 400 || status == 408 || status >= 500) {
            return new Failure.Unknown(withRequestId("http_" + status, ErrorBody.read(reply.body())));
        }
        if (reply.body().stripLeading().startsWith("<")) {
            // Intercom's own refusals are JSON: this page comes from something between, which says nothing about the token or the call.
            return new Failure.Unknown("html_" + status);
        }
        return refusal(status, ErrorBody.read(reply.body()));
    }

    private static Failure refusal(int status, ErrorBody error) {
        String code = error.code().orElse("http_" + status);
        String message = withRequestId(error.message().orElse(code), error);
        return switch (status) {
            case 401 -> new Failure.AuthorisationLost(code, message);
            case 403 -> forbidden(code, message, error);
            // The acting teammate, that is the app user: the conversation may well be there.
            case 404, 410 -> code.equals(APP_USER_GONE) ? new Failure.AuthorisationLost(code, message) : new Failure.NotFound(code, message);
            default -> new Failure.Refused(status, code, message);
        };
    }

    private static Failure forbidden(String code, String message, ErrorBody error) {
        if (code.equals("api_plan_restricted")) {
            return new Failure.NotSubscribed(message);
        }
        boolean namesScope = error.message().orElse("").toLowerCase(Locale.ROOT).contains("scope");
        boolean aboutToken = code.equals("unauthorized") || code.startsWith("token_");
        return namesScope || aboutToken ? new Failure.AuthorisationLost(code, message) : new Failure.Forbidden(code, message);
    }

    /** @param problem what the HTTP client threw; causes are looked through */
    static Failure of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (isRefusedTunnel(cause)) {
                return new Failure.Unreachable("tunnel_refused");
            }
            if (BEFORE_SENDING.stream().anyMatch(cause.getClass()::equals)) {
                return new Failure.Unreachable(kind(cause));
            }
        }
        return new Failure.Unknown(kind(problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem));
    }

    /** The JDK has no class for a CONNECT that the proxy answered with another status than 200 or 407; the message is the same in 17 to 25. */
    private static boolean isRefusedTunnel(Throwable problem) {
        return problem instanceof IOException && problem.getMessage() != null && problem.getMessage().startsWith("Tunnel failed");
    }

    /** The class alone: messages of exceptions may hold addresses. */
    private static String kind(Throwable problem) {
        if (problem instanceof HttpConnectTimeoutException) {
            return "connect_timeout";
        }
        if (problem instanceof HttpTimeoutException) {
            return "timeout";
        }
        return problem.getClass().getSimpleName();
    }

    private static String withRequestId(String text, ErrorBody error) {
        String line = JsonView.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_MESSAGE);
        return error.requestId().map(id -> line + " [request " + id + "]").orElse(line);
    }

    /** Intercom's {@code error.list}; some very old endpoints say {@code type} instead of {@code code}. */
    private record ErrorBody(Optional<String> code, Optional<String> message, Optional<String> requestId) {
        static ErrorBody read(String body) {
            JsonView json = JsonView.of(body);
            JsonView first = json.field("errors").elements().stream().findFirst().orElse(json.field("errors"));
            return new ErrorBody(
                Optional.ofNullable(first.text("code", 60)).or(() -> Optional.ofNullable(first.text("type", 60))),
                Optional.ofNullable(first.text("message", LONGEST_MESSAGE)),
                Optional.ofNullable(json.text("request_id", 60)).filter(id -> id.matches("[\\w.:-]+")));
        }
    }
}
