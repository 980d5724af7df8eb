package org.intercomjira.simulator.oauth;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Codes and tokens. A code is used once, within five minutes; a token lives until it is revoked. */
public final class Grants {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, PendingCode> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> revoked = new ConcurrentHashMap<>();
    private final Clock clock;

    public Grants(Clock clock) {
        this.clock = clock;
    }

    private record PendingCode(Grant grant, Instant expiresAt) {}

    /** The code ends in {@code =}, as Intercom's can. */
    public String issueCode(Grant grant) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().encodeToString(bytes);
        codes.put(Digest.of(code), new PendingCode(grant, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** A token for the code; empty when the code is unknown, used, too old or another app's. */
    public Optional<String> redeem(String code, OAuthApp app) {
        return Optional.ofNullable(codes.remove(Digest.of(code)))
                .filter(pending -> pending.expiresAt.isAfter(clock.instant()))
                .filter(pending -> pending.grant.clientId().equals(app.clientId()))
                .map(pending -> issueToken(pending.grant));
    }

    public String issueToken(Grant grant) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = Base64.getEncoder().encodeToString(("tok:" + Base64.getUrlEncoder().encodeToString(bytes) + ":1:0").getBytes(StandardCharsets.UTF_8));
        tokens.put(Digest.of(token), grant);
        return token;
    }

    public Optional<Grant> find(String token) {
        return Optional.ofNullable(tokens.get(Digest.of(token)));
    }

    /** The error code with which a token was taken away; empty for a token that was never given out or is good. */
    public Optional<String> reasonOfRevocation(String token) {
        return Optional.ofNullable(revoked.get(Digest.of(token)));
    }

    /** Takes the tokens away that fit and returns how many; calls with them are then answered 401 with the code. */
    public int revoke(Predicate<Grant> fits, String errorCode) {
        int count = 0;
        for (Map.Entry<String, Grant> entry : tokens.entrySet()) {
            if (fits.test(entry.getValue()) && tokens.remove(entry.getKey(), entry.getValue())) {
                revoked.put(entry.getKey(), errorCode);
                count++;
            }
        }
        return count;
    }
}
