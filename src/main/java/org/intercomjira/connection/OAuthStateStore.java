package org.intercomjira.connection;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** One-time OAuth states, in the database because the callback may reach another node. */
@Component
class OAuthStateStore {
    private static final int STATE_BYTES = 32;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ActiveObjects ao;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OAuthStateStore(@ComponentImport ActiveObjects ao, Clock clock) {
        this.ao = ao;
        this.clock = clock;
    }

    /** A new state of 256 random bits. Sweeps those that expired an hour ago or more. */
    String issue(String userKey, ProjectId project, Region region) {
        Instant now = clock.instant();
        ao.deleteWithSQL(OAuthStateEntity.class, "EXPIRES_AT < ?", now.minus(Duration.ofHours(1)).toEpochMilli());
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ao.create(OAuthStateEntity.class, new DBParam("STATE_HASH", hash(state)), new DBParam("USER_KEY", userKey),
                new DBParam("PROJECT_ID", project.value()), new DBParam("REGION", region.name()),
                new DBParam("EXPIRES_AT", now.plus(LIFETIME).toEpochMilli()));
        return state;
    }

    /**
     * What the state stands for; it never does so again, whoever asks: a state in other hands has leaked.
     *
     * @return empty when it is unknown, used, or another user's; an expired one is returned, the caller looks at its time
     */
    Optional<PendingConsent> consume(String state, String userKey) {
        String hash = hash(state);
        Optional<PendingConsent> pending = Arrays.stream(ao.find(OAuthStateEntity.class, Query.select().where("STATE_HASH = ?", hash).limit(1)))
                .findFirst().map(OAuthStateStore::pending);
        // of two callbacks at the same time only one deletes the row
        boolean first = ao.deleteWithSQL(OAuthStateEntity.class, "STATE_HASH = ?", hash) == 1;
        return pending.filter(found -> first && found.userKey().equals(userKey));
    }

    private static PendingConsent pending(OAuthStateEntity row) {
        return new PendingConsent(row.getUserKey(), new ProjectId(row.getProjectId()), Region.valueOf(row.getRegion()),
                Instant.ofEpochMilli(row.getExpiresAt()));
    }

    private static String hash(String state) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
