package org.intercomjira.embedded.jira.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Makes the tables and the first rows at the first start. */
public final class Schema {
    /** Any number will do, as long as all nodes say the same one. */
    private static final long ADVISORY_LOCK = 20_261_121;

    private final Store store;

    public Schema(Store store) {
        this.store = store;
    }

    /**
     * Makes what is missing, in one transaction and under a lock of the database: two nodes may start at the same moment.
     * An H2 file needs no lock, because it belongs to one process.
     *
     * @param firstRows fills the new tables; each of its steps asks first whether it was done
     */
    public void prepare(Store.Work<Void> firstRows) {
        store.change(sql -> {
            if (store.isPostgreSql()) {
                sql.list("select pg_advisory_xact_lock(" + ADVISORY_LOCK + ")", row -> true);
            }
            for (String statement : statements()) {
                sql.run(statement);
            }
            return firstRows.with(sql);
        });
    }

    /** Runs the work once in the life of this database. */
    public static void once(Sql sql, String step, Store.Work<Void> work) throws SQLException {
        if (!sql.exists("select 1 from jirasetup where step = ?", step)) {
            work.with(sql);
            sql.run("insert into jirasetup (step) values (?)", step);
        }
    }

    private static List<String> statements() {
        try (InputStream file = Schema.class.getResourceAsStream("schema.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\s*\n")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
