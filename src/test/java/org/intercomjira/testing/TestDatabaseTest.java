package org.intercomjira.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    private final TestDatabase database = TestDatabase.h2(Word.class);
    private final ActiveObjects ao = database.activeObjects();

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void whatIsCreatedIsFound() {
        ao.create(Word.class, new DBParam("TEXT", "one"));

        assertThat(ao.find(Word.class, Query.select().where("TEXT = ?", "one"))).hasSize(1);
    }

    @Test
    void anExceptionRollsTheOutermostTransactionBack() {
        assertThatThrownBy(() -> ao.executeInTransaction(() -> {
            ao.create(Word.class, new DBParam("TEXT", "one"));
            return ao.executeInTransaction(() -> {
                throw new IllegalStateException("inner");
            });
        })).hasMessage("inner");

        assertThat(ao.count(Word.class, Query.select())).isZero();
    }

    @Test
    void aSecondRowWithTheSameUniqueTextIsRefused() {
        ao.create(Word.class, new DBParam("TEXT", "one"));

        assertThatThrownBy(() -> ao.create(Word.class, new DBParam("TEXT", "one"))).isInstanceOf(ActiveObjectsException.class);
    }

    @Test
    void aDatabaseThatIsGoneFailsAndComesBack() {
        database.goAway();
        assertThatThrownBy(() -> ao.count(Word.class, Query.select())).isInstanceOf(ActiveObjectsException.class);

        database.comeBack();
        assertThat(ao.count(Word.class, Query.select())).isZero();
    }

    /** A table of its own. */
    @Table("WORD")
    public interface Word extends RawEntity<Long> {
        @PrimaryKey("ID")
        @AutoIncrement
        @NotNull
        Long getId();

        @Unique
        @NotNull
        String getText();
    }
}
