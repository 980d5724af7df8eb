package org.intercomjira.embedded.jira.account;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** The accounts and their groups. Jira's UserManager. */
public final class Accounts implements UserManager {
    private final Store store;
    private final Passwords passwords = new Passwords();

    public Accounts(Store store) {
        this.store = store;
    }

    @Override
    public ApplicationUser getUserByKey(String key) {
        return byKey(key).orElse(null);
    }

    public ApplicationUser getUserByName(String name) {
        return byName(name).orElse(null);
    }

    public Optional<Account> byKey(String key) {
        return key == null ? Optional.empty() : store.first("select " + Account.COLUMNS + " from cwd_user u where u.user_key = ?", Account::read, key);
    }

    /** Reads in the transaction of the caller. */
    public Optional<Account> byKey(Sql sql, String key) throws SQLException {
        return sql.first("select " + Account.COLUMNS + " from cwd_user u where u.user_key = ?", Account::read, key);
    }

    /** Names are found whatever their case, as in Jira. */
    public Optional<Account> byName(String name) {
        return name == null ? Optional.empty()
                : store.first("select " + Account.COLUMNS + " from cwd_user u where u.lower_user_name = ?", Account::read, lower(name));
    }

    /** The active account with this name and password. */
    public Optional<Account> authenticate(String name, String password) {
        if (name == null || password == null) {
            return Optional.empty();
        }
        return store.first("select u.credential from cwd_user u where u.active = true and u.lower_user_name = ?", row -> row.text("credential"), lower(name))
                .filter(hash -> passwords.fits(password, hash))
                .flatMap(hash -> byName(name));
    }

    /** Active accounts whose name, display name or address holds the text. */
    public List<Account> matching(String text, int limit) {
        String pattern = "%" + lower(text) + "%";
        return store.list("select " + Account.COLUMNS + " from cwd_user u where u.active = true and (u.lower_user_name like ? or u.display_name ilike ?"
                + " or u.email_address ilike ?) order by u.display_name limit " + limit, Account::read, pattern, pattern, pattern);
    }

    public boolean isMember(ApplicationUser user, String group) {
        return user != null && store.exists("select 1 from cwd_membership where child_key = ? and parent_name = ?", user.getKey(), group);
    }

    public List<String> groupsOf(ApplicationUser user) {
        return store.list("select parent_name from cwd_membership where child_key = ? order by parent_name", row -> row.text("parent_name"), user.getKey());
    }

    /** An account without groups. */
    public Account create(String name, String displayName, String password) {
        store.change(sql -> add(sql, name, displayName, password, List.of()));
        return byName(name).orElseThrow();
    }

    public void rename(String key, String displayName) {
        store.change(sql -> sql.run("update cwd_user set display_name = ? where user_key = ?", displayName, key));
    }

    public boolean hasGroup(String group) {
        return store.exists("select 1 from cwd_group where group_name = ?", group);
    }

    public void join(String key, String group) {
        store.change(sql -> sql.run("insert into cwd_membership (parent_name, child_key) values (?, ?)", group, key));
    }

    /** Adds an account in the transaction of the caller; its key does not tell its name. */
    public String add(Sql sql, String name, String displayName, String password, List<String> groups) throws SQLException {
        long id = sql.insert("insert into cwd_user (user_key, user_name, lower_user_name, display_name, email_address, credential, active) values (?, ?, ?, ?, ?, ?, ?)",
                "new:" + name, name, lower(name), displayName, name + "@example.com", passwords.hash(password), true);
        String key = "JIRAUSER" + id;
        sql.run("update cwd_user set user_key = ? where id = ?", key, id);
        for (String group : groups) {
            sql.run("insert into cwd_membership (parent_name, child_key) values (?, ?)", group, key);
        }
        return key;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
