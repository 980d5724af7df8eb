package org.intercomjira.embedded.jira.issue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/**
 * Gives change groups and comments their ids: by the database's own sequence, or as OFBiz does, whose SequenceUtil takes a bank of ids from the table
 * SEQUENCE_VALUE_ITEM in a transaction of its own and gives them away from memory. A database keeps the way with which it was made.
 */
public final class HistoryIds {
    private final Store store;
    private final int bankSize;
    private final Map<String, Bank> banks = new HashMap<>();

    /** @param bankSize 0 for the database's own sequence */
    public HistoryIds(Store store, int bankSize) {
        this.store = store;
        this.bankSize = bankSize;
    }

    /** Where the sequences begin: behind what is there. */
    public static Void addFirst(Sql sql) throws SQLException {
        for (String table : List.of("changegroup", "jiraaction")) {
            sql.run("insert into sequence_value_item (seq_name, seq_id) select '" + table + "', coalesce(max(id) + 1, 10000) from " + table);
        }
        return null;
    }

    private record Bank(long next, long end) {
    }

    /** Inserts a row. @return its id */
    long insert(Sql sql, String table, String columns, Object... values) throws SQLException {
        String places = "?, ".repeat(values.length - 1) + "?";
        if (bankSize == 0) {
            return sql.insert("insert into " + table + " (" + columns + ") values (" + places + ")", values);
        }
        long id = next(table);
        sql.run("insert into " + table + " (id, " + columns + ") values (" + id + ", " + places + ")", values);
        return id;
    }

    private synchronized long next(String table) {
        Bank bank = banks.get(table);
        if (bank == null || bank.next() == bank.end()) {
            bank = store.change(sql -> take(sql, table));
        }
        banks.put(table, new Bank(bank.next() + 1, bank.end()));
        return bank.next();
    }

    private Bank take(Sql sql, String table) throws SQLException {
        // The first update locks the row until the commit: two nodes never take the same bank.
        sql.run("update sequence_value_item set seq_id = seq_id + ? where seq_name = ?", bankSize, table);
        long end = sql.first("select seq_id from sequence_value_item where seq_name = ?", row -> row.number("seq_id"), table).orElseThrow();
        return new Bank(end - bankSize, end);
    }
}
