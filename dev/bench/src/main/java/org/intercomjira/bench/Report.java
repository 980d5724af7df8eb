package org.intercomjira.bench;

import java.nio.file.Path;
import java.util.List;

/** Writes docs/performance.md. */
final class Report {
    private Report() {
    }

    static void write(List<Figure> figures, Path file) {
    }
}
