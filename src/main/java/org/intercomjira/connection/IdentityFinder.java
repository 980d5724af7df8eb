package org.intercomjira.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.OAuthApp;
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
        Secret token = value(intercom.exchangeCode(app, code), ConnectResult.CODE_REFUSED);
        Answer<Identity> answer = null;
        for (Region region : chosenFirst(chosen)) {
            answer = intercom.me(new Access(region, token)).join();
            // a workspace of another region is 401 here, so only after the last one is the token itself to blame
            if (!(answer instanceof Answer.Failed<Identity> failed && failed.failure() instanceof Failure.AuthorisationLost)) {
                break;
            }
        }
        return new Found(value(CompletableFuture.completedFuture(answer), ConnectResult.IDENTITY_REFUSED), token);
    }

    private static List<Region> chosenFirst(Region chosen) {
        List<Region> regions = new ArrayList<>(Arrays.asList(Region.values()));
        regions.remove(chosen);
        regions.add(0, chosen);
        return regions;
    }

    private static <T> T value(CompletableFuture<Answer<T>> call, ConnectResult whenRefused) {
        Answer<T> answer = call.join();
        if (answer instanceof Answer.Ok<T> ok) {
            return ok.value();
        }
        throw new NotConnected(resultOf(((Answer.Failed<T>) answer).failure(), whenRefused));
    }

    private static ConnectResult resultOf(Failure failure, ConnectResult whenRefused) {
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
