package org.intercomjira.embedded.jira.account;

import com.atlassian.jira.user.ApplicationUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Store;

/** Personal access tokens. Only hashes are kept; the tokens have 256 bits of chance in them, so a plain hash is enough. */
public final class AccessTokens {
    private static final String COLUMNS = "select id, name, created_at, expiring_at from personal_token ";

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AccessTokens(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes a token; {@code validity} is null for one that does not run out. */
    public AccessToken.Fresh create(ApplicationUser owner, String name, Duration validity) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant end = validity == null ? null : now.plus(validity);
        long id = store.change(sql -> sql.insert("insert into personal_token (user_key, name, hashed_token, created_at, expiring_at) values (?, ?, ?, ?, ?)",
                owner.getKey(), name, hash(raw), now, end));
        return new AccessToken.Fresh(new AccessToken(id, name, now, end), raw);
    }

    /** The active account whose token this is. */
    public Optional<Account> owner(String raw) {
        return store.first("select " + Account.COLUMNS + " from personal_token t join cwd_user u on u.user_key = t.user_key"
                + " where t.hashed_token = ? and u.active = true and (t.expiring_at is null or t.expiring_at > ?)", Account::read, hash(raw), clock.instant());
    }

    public List<AccessToken> of(ApplicationUser owner) {
        return store.list(COLUMNS + "where user_key = ? order by id", AccessTokens::read, owner.getKey());
    }

    /** Deletes one of the owner's tokens; false when there is none with this id. */
    public boolean revoke(ApplicationUser owner, long id) {
        return store.change(sql -> sql.run("delete from personal_token where id = ? and user_key = ?", id, owner.getKey())) == 1;
    }

    private static AccessToken read(Row row) throws SQLException {
        return new AccessToken(row.number("id"), row.text("name"), row.time("created_at"), row.time("expiring_at"));
    }

    private static String hash(String raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
