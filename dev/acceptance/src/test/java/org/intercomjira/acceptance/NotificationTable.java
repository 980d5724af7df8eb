package org.intercomjira.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of {@code docs/notifications.md}: what people read is what is tested. */
final class NotificationTable {
    private static final Path PAGE = Path.of("..", "..", "docs", "notifications.md");
    private static final String NOTHING = "-";

    private NotificationTable() {
    }

    /** A row of the big table. Lists are empty where the table has a dash. */
    record Row(String done, List<String> settings, String conversation, String function, List<String> note, List<String> calls) {
        @Override
        public String toString() {
            return done + ", " + (settings.isEmpty() ? "defaults" : String.join(" + ", settings)) + ", " + conversation
                    + (function.equals(NOTHING) ? "" : ", post function: " + function);
        }

        boolean hasFunction() {
            return !function.equals(NOTHING);
        }
    }

    /** A sentence of a note: as the first one, and after another. */
    record Sentence(String first, String later) {
    }

    static List<Row> rows() {
        return cells("| done |").map(cells -> new Row(cells.get(0), list(cells.get(1)), cells.get(2), cells.get(3), list(cells.get(4)), list(cells.get(5)))).toList();
    }

    static Map<String, Sentence> sentences() {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        cells("| word |").forEach(cells -> sentences.put(cells.get(0), new Sentence(cells.get(1), cells.get(2))));
        return sentences;
    }

    /** The rows of the table whose head begins so. */
    private static Stream<List<String>> cells(String head) {
        try {
            return Files.readAllLines(PAGE).stream().dropWhile(line -> !line.startsWith(head)).skip(2).takeWhile(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1)).map(String::strip).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(String cell) {
        return cell.equals(NOTHING) ? List.of() : List.of(cell.split(", "));
    }
}
