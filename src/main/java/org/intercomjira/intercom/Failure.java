package org.intercomjira.intercom;

import java.time.Instant;

/** Why a call to Intercom gave no value. The kinds are those that lead to different decisions. */
public sealed interface Failure {
    /** 429: nothing was done; calls are welcome again at this time. */
    record RateLimited(Instant until) implements Failure {
    }

    /** The token no longer opens the workspace: 401, or 403 that names a missing permission, and {@code GET /me} is refused, too. */
    record AuthorisationLost(String code, String message) implements Failure {
    }

    /** 403 api_plan_restricted: the workspace has no active subscription. */
    record NotSubscribed(String message) implements Failure {
    }

    /** 403, or 401 though {@code GET /me} accepts the token: the app user may not see or do just this. */
    record Forbidden(String code, String message) implements Failure {
    }

    /** 404 or 410: what was asked for is not there. */
    record NotFound(String code, String message) implements Failure {
    }

    /** Any other 4xx: Intercom will never accept this call. */
    record Refused(int status, String code, String message) implements Failure {
    }

    /** The call certainly was not carried out, and may be later: no connection, or a refusal that {@code GET /me} did not confirm. */
    record Unreachable(String reason) implements Failure {
        /** The reason when a proxy asks for a user name and password: an administrator has to set options of the JVM. */
        public static final String PROXY_AUTHENTICATION = "proxy.authentication";

        public boolean isProxyLoginMissing() {
            return PROXY_AUTHENTICATION.equals(reason);
        }
    }

    /** The call may have been carried out: time-out or cut after sending, 5xx, an answer that cannot be read. */
    record Unknown(String reason) implements Failure {
    }
}
