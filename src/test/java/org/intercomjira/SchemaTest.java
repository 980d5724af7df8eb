package org.intercomjira;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.java.ao.RawEntity;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import org.intercomjira.testing.DatabaseKind;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tables must not have, so that they can be made on every database that Jira runs on: Oracle and SQL Server cannot be run here. */
class SchemaTest {
    private static final int LONGEST_NAME = 30;
    private static final Path SOURCES = Path.of("src/main/java");
    private static TestDatabase database;
    private static List<Class<?>> entities;

    @BeforeAll
    static void open() {
        entities = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.intercomjira").stream()
                .filter(type -> type.isInterface() && type.isAssignableTo(RawEntity.class) && !type.getPackageName().contains(".upgrade")).<Class<?>>map(JavaClass::reflect).toList();
        database = TestDatabase.h2(entities());
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends RawEntity<?>>[] entities() {
        return entities.toArray(Class[]::new);
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
    void namesAreShortEnoughForOracle() throws SQLException {
        Stream.of(names("TABLES", "TABLE_NAME"), names("COLUMNS", "COLUMN_NAME"), indexes(database))
                .forEach(names -> assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name.length()).as(name).isLessThanOrEqualTo(LONGEST_NAME)));
    }

    /** What Active Objects adds on Oracle to count up a key. */
    @Test
    void namesThatOnlyOracleHasAreShortEnoughToo() {
        assertThat(names("TABLES", "TABLE_NAME")).flatExtracting(table -> List.of(new AtlassianSequenceNameConverter().getName(table, "ID"),
                new AtlassianTriggerNameConverter().autoIncrementName(table, "ID"))).allSatisfy(name -> assertThat(name.length()).as(name).isLessThanOrEqualTo(LONGEST_NAME));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void theTablesCanBeMadeWithAllTheirIndexes(DatabaseKind kind) throws SQLException {
        try (TestDatabase made = kind.open(entities())) {
            assertThat(lowerCase(indexes(made)).toList()).containsAll(lowerCase(indexes(database)).filter(name -> name.startsWith("index_ao")).toList());
        }
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

    private static Stream<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static List<String> indexes(TestDatabase made) throws SQLException {
        return made.metaData(data -> {
            List<String> found = new ArrayList<>();
            for (String table : names("TABLES", "TABLE_NAME")) {
                try (ResultSet rows = data.getIndexInfo(data.getConnection().getCatalog(), data.getConnection().getSchema(), table, false, true)) {
                    while (rows.next()) {
                        // H2 gives the index of a unique column an ending of its own, and numbers those of keys.
                        found.add(rows.getString("INDEX_NAME").replaceAll("_INDEX_\\w{1,2}$", ""));
                    }
                }
            }
            return found;
        });
    }

    private static List<String> rows(String query) {
        try {
            return database.ask(query);
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
