package org.intercomjira.connection;

import java.util.Arrays;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.intercom.Patience;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.Secret;
import org.springframework.stereotype.Component;

/** Turns the code of a consent into a token and the identity behind it. */
@Component
class IdentityFinder {
    private final IntercomClient intercom;

    IdentityFinder(IntercomClient intercom) {
        this.intercom = intercom;
    }

    /** @throws NotConnected with the reason for the person who connects */
    Found find(OAuthApp app, String code, Region chosen) {
        Secret token = value(Patience.await(intercom.exchangeCode(app, code)), ConnectResult.CODE_REFUSED);
        return new Found(value(identity(token, chosen), ConnectResult.IDENTITY_REFUSED), token);
    }

    /** A workspace of another region is 401 in the chosen one. Hosts of other regions may be behind a firewall, which then says nothing. */
    private Answer<Identity> identity(Secret token, Region chosen) {
        Answer<Identity> first = Patience.await(intercom.me(new Access(chosen, token)));
        if (!isNotHere(first)) {
            return first;
        }
        return Arrays.stream(Region.values()).filter(region -> region != chosen).map(region -> Patience.await(intercom.me(new Access(region, token))))
                .filter(answer -> !isNotHere(answer) && !isSilent(answer)).findFirst().orElse(first);
    }

    private static boolean isNotHere(Answer<Identity> answer) {
        return answer instanceof Answer.Failed<Identity> failed && failed.failure() instanceof Failure.AuthorisationLost;
    }

    private static boolean isSilent(Answer<Identity> answer) {
        return answer instanceof Answer.Failed<Identity> failed
                && (failed.failure() instanceof Failure.Unreachable || failed.failure() instanceof Failure.Unknown);
    }

    private static <T> T value(Answer<T> answer, ConnectResult whenRefused) {
        if (answer instanceof Answer.Ok<T> ok) {
            return ok.value();
        }
        throw new NotConnected(resultOf(((Answer.Failed<T>) answer).failure(), whenRefused));
    }

    private static ConnectResult resultOf(Failure failure, ConnectResult whenRefused) {
        if (failure instanceof Failure.Unreachable unreachable && unreachable.isProxyLoginMissing()) {
            return ConnectResult.PROXY_AUTHENTICATION;
        }
        if (failure instanceof Failure.RateLimited || failure instanceof Failure.Unreachable || failure instanceof Failure.Unknown) {
            return ConnectResult.UNAVAILABLE;
        }
        if (failure instanceof Failure.NotSubscribed) {
            return ConnectResult.NOT_SUBSCRIBED;
        }
        if (failure instanceof Failure.Refused refused && "unknown_region".equals(refused.code())) {
            return ConnectResult.UNKNOWN_REGION;
        }
        return whenRefused;
    }

    /** Who consented, and the token. */
    record Found(Identity identity, Secret token) {
    }

    /** Connecting came to nothing. */
    static final class NotConnected extends RuntimeException {
        private final ConnectResult result;

        NotConnected(ConnectResult result) {
            super(result.code());
            this.result = result;
        }

        ConnectResult result() {
            return result;
        }
    }
}
