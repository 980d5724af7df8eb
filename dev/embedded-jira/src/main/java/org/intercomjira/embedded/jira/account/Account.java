package org.intercomjira.embedded.jira.account;

import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import org.intercomjira.embedded.jira.store.Row;

/**
 * A row of cwd_user. The key never changes and is not the name: plugins that mix them up are found out here.
 *
 * @param id           the row
 * @param key          what issues, comments and settings refer to
 * @param username     what one logs in with
 * @param displayName  what people see
 * @param emailAddress where mail would go
 * @param active       whether the account may still do anything
 */
public record Account(Long id, String key, String username, String displayName, String emailAddress, boolean active) implements ApplicationUser {
    static final String COLUMNS = "u.id, u.user_key, u.user_name, u.display_name, u.email_address, u.active";

    static Account read(Row row) throws SQLException {
        return new Account(row.number("id"), row.text("user_key"), row.text("user_name"), row.text("display_name"), row.text("email_address"), row.flag("active"));
    }

    /** The columns of an account that a statement joins as {@code alias}, to be read by {@link #readJoined}. */
    public static String joined(String alias) {
        return "A.id as A_id, A.user_key as A_key, A.user_name as A_name, A.display_name as A_display, A.email_address as A_email, A.active as A_active".replace("A", alias);
    }

    /** The joined account; null when the row has none. */
    public static Account readJoined(Row row, String alias) throws SQLException {
        String key = row.text(alias + "_key");
        return key == null ? null
                : new Account(row.number(alias + "_id"), key, row.text(alias + "_name"), row.text(alias + "_display"), row.text(alias + "_email"), row.flag(alias + "_active"));
    }

    @Override
    public String getKey() {
        return key;
    }

    @Override
    public String getUsername() {
        return username;
    }

    public String getName() {
        return username;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    public String getEmailAddress() {
        return emailAddress;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    public Long getId() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that && that.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
