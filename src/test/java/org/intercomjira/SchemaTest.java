package org.intercomjira;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.java.ao.RawEntity;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the tables must not have, so that they can be made on every database that Jira runs on: Oracle and SQL Server cannot be run here. */
class SchemaTest {
    private static final int LONGEST_NAME = 30;
    private static final Path SOURCES = Path.of("src/main/java");
    private static TestDatabase database;
    private static List<Class<?>> entities;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void open() {
        entities = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.intercomjira").stream()
                .filter(type -> type.isInterface() && type.isAssignableTo(RawEntity.class)).<Class<?>>map(JavaClass::reflect).toList();
        database = TestDatabase.h2(entities.toArray(Class[]::new));
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Test
    void everyEntityIsLookedAt() {
        assertThat(entities).hasSizeGreaterThanOrEqualTo(4);
        assertThat(names("TABLES", "TABLE_NAME")).hasSizeGreaterThanOrEqualTo(entities.size());
    }

    @Test
    void namesAreShortEnoughForOracle() {
        Stream.of(names("TABLES", "TABLE_NAME"), names("COLUMNS", "COLUMN_NAME"))
                .forEach(names -> assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name.length()).as(name).isLessThanOrEqualTo(LONGEST_NAME)));
    }

    /** Active Objects makes a CLOB of what is unlimited, and some databases cannot compare one. */
    @Test
    void noConditionAsksForACharacterLargeObject() {
        List<String> large = rows("select column_name from information_schema.columns where table_schema = 'PUBLIC' and data_type = 'CHARACTER LARGE OBJECT'");
        assertThat(large).isNotEmpty();
        String sources = sources();
        assertThat(large).allSatisfy(column -> assertThat(sources)
                .doesNotContainPattern("\\b" + column + "( \\+ \")? ([=<>]+ \\?|IN|IS|LIKE)").doesNotContainPattern("order\\([^)]*\\b" + column + "\\b"));
    }

    /** Oracle takes an empty text for none and refuses it where there must be one. */
    @Test
    void noEmptyTextIsWritten() {
        assertThat(sources()).doesNotContainPattern("new DBParam\\([^)]*, \"\"\\)").doesNotContainPattern("row\\.set\\w+\\(\"\"\\)");
    }

    /** A column that a word of SQL names would have to be quoted everywhere. */
    @Test
    void noColumnHasANameThatADatabaseReserves() {
        Pattern reserved = Pattern.compile("RANK|ORDER|KEY|VALUE|USER|DATE|SIZE|LEVEL|COMMENT|MODE|NUMBER|SESSION|START|END|INDEX|GROUP", Pattern.CASE_INSENSITIVE);
        assertThat(names("COLUMNS", "COLUMN_NAME")).noneMatch(name -> reserved.matcher(name).matches());
    }

    private static List<String> names(String view, String column) {
        return rows("select " + column + " from information_schema." + view + " where table_schema = 'PUBLIC'");
    }

    private static List<String> rows(String query) {
        try (Connection connection = database.dataSource().getConnection(); ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.getFileName().toString().matches(".*(Store|Inserts|Counts|Deliveries|Entity)\\.java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
