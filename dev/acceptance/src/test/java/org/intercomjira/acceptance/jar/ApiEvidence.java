package org.intercomjira.acceptance.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lines of {@code api-usage.txt}: {@code class#member(parameters): result | evidence}; {@code #} at the start is a comment. */
record ApiEvidence(List<String> lines) {
    /** How good the evidence is, as the head of the file explains. */
    static final List<String> KINDS = List.of("SEEN11", "SEEN10", "SEEN9", "OLDER", "JAVADOC", "DOC", "CENTRAL", "INFERRED");
    private static final Pattern EVIDENCE = Pattern.compile("(" + String.join("|", KINDS) + ") \\S.{4,}");
    private static final String SEPARATOR = " | ";

    static ApiEvidence read(Path file) throws IOException {
        return new ApiEvidence(Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList());
    }

    List<String> entriesAsWritten() {
        return lines.stream().map(ApiEvidence::entry).toList();
    }

    Set<String> entries() {
        return lines.stream().map(ApiEvidence::entry).collect(Collectors.toSet());
    }

    List<String> linesWithoutEvidence() {
        return lines.stream().filter(line -> !EVIDENCE.matcher(evidence(line)).matches()).toList();
    }

    private static String entry(String line) {
        return line.contains(SEPARATOR) ? line.substring(0, line.indexOf(SEPARATOR)).strip() : line.strip();
    }

    private static String evidence(String line) {
        return line.contains(SEPARATOR) ? line.substring(line.indexOf(SEPARATOR) + SEPARATOR.length()).strip() : "";
    }
}
