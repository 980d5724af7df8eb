package org.intercomjira.acceptance.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A process whose clock shows another time than everybody else's, by libfaketime. */
final class SkewedClock {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "libfaketimeMT.so.1";
    private static final int DEPTH = 3;

    private SkewedClock() {
    }

    /** The environment of a process that is ahead. So is its monotonic clock: if only that stayed, every wait of Java would end at once and start again. */
    static Map<String, String> aheadBySeconds(long seconds) {
        // No shared memory: a process that is killed would leave it behind.
        return Map.of("LD_PRELOAD", library().toString(), "FAKETIME", "+" + seconds + "s", "FAKETIME_DISABLE_SHM", "1");
    }

    private static Path library() {
        try (Stream<Path> files = Files.find(LIBRARIES, DEPTH, (file, attributes) -> file.endsWith(LIBRARY))) {
            return files.findFirst().orElseThrow(() -> new AssertionError("There is no " + LIBRARY + " below " + LIBRARIES + " (Debian: apt-get install faketime)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
