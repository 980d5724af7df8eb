package org.intercomjira.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** Writes docs/performance.md: the figures, and how they were measured. */
final class Report {
    private static final long GIGABYTE = 1_000_000_000;

    private Report() {
    }

    static void write(List<Figure> figures, Path file) throws IOException {
        Files.writeString(file, template().replace("{{machine}}", machine()).replace("{{figures}}", table(figures)));
    }

    private static String template() throws IOException {
        try (InputStream text = Report.class.getResourceAsStream("performance.md")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** In general words: whose machine it is, is nobody's business. */
    private static String machine() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return LocalDate.now(ZoneOffset.UTC) + ", on a virtual machine with " + system.getAvailableProcessors() + " processors and "
                + Math.round(system.getTotalMemorySize() / (double) GIGABYTE) + " GB, " + system.getName() + ", Java " + Runtime.version().feature();
    }

    private static String table(List<Figure> figures) {
        return figures.stream().map(figure -> "| `" + figure.name() + "` | " + figure.value() + " | " + figure.target().replace("<=", "≤ ").replace(">=", "≥ ")
                + (figure.isMet() ? "" : " **missed**") + " | " + figure.detail() + " |").collect(Collectors.joining("\n"));
    }
}
