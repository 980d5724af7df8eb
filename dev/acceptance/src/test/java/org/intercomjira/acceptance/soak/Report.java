package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes the tally of each scenario to a file, for {@code dev/soak} to add up. */
final class Report {
    private static final Path FILE = Path.of(System.getProperty("soak.report", "target/soak.txt")).toAbsolutePath();

    private Report() {
    }

    /** Everything that has to be told is told once, each issue's in their order, and nothing else is. */
    static void allIsWell(String scenario, Workload workload, Tally tally) {
        write(scenario + ": " + tally);
        write("  " + workload.answers());
        if (!tally.isWell()) {
            workload.complaints().forEach(complaint -> write("  " + complaint));
        }
        assertThat(tally.sent()).as("facts that have to be told").isPositive();
        assertThat(tally.isWell()).as(scenario + ": " + tally).isTrue();
    }

    static synchronized void write(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
