package org.intercomjira.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

@Tables(TestDatabaseTest.Word.class)
class TestDatabaseTest {
    private final TestDatabase database;
    private final ActiveObjects ao;

    TestDatabaseTest(TestDatabase database) {
        this.database = database;
        ao = database.activeObjects();
    }

    @OnEveryDatabase
    void whatIsCreatedIsFound() {
        ao.create(Word.class, new DBParam("TEXT", "one"));

        assertThat(ao.find(Word.class, Query.select().where("TEXT = ?", "one"))).hasSize(1);
    }

    @OnEveryDatabase
    void anExceptionRollsTheOutermostTransactionBack() {
        assertThatThrownBy(() -> ao.executeInTransaction(() -> {
            ao.create(Word.class, new DBParam("TEXT", "one"));
            return ao.executeInTransaction(() -> {
                throw new IllegalStateException("inner");
            });
        })).hasMessage("inner");

        assertThat(ao.count(Word.class, Query.select())).isZero();
    }

    @OnEveryDatabase
    void aSecondRowWithTheSameUniqueTextIsRefused() {
        ao.create(Word.class, new DBParam("TEXT", "one"));

        assertThatThrownBy(() -> ao.create(Word.class, new DBParam("TEXT", "one"))).isInstanceOf(ActiveObjectsException.class);
    }

    @OnEveryDatabase
    void aDatabaseThatIsGoneFailsAndComesBack() {
        database.goAway();
        assertThatThrownBy(() -> ao.count(Word.class, Query.select())).isInstanceOf(ActiveObjectsException.class);

        database.comeBack();
        assertThat(ao.count(Word.class, Query.select())).isZero();
    }

    @OnEveryDatabase
    void anEmptyTextIsRefusedThoughThisDatabaseWouldTakeIt() {
        assertThatThrownBy(() -> ao.create(Word.class, new DBParam("TEXT", "one"), new DBParam("NOTE", ""))).hasStackTraceContaining("An empty text is written");
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

        String getNote();
    }
}
