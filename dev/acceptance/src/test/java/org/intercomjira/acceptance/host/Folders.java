package org.intercomjira.acceptance.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts are and where a test run may write. */
public final class Folders {
    private static final Path REPOSITORY = Path.of(System.getProperty("repository")).toAbsolutePath().normalize();
    private static final Path RUN = REPOSITORY.resolve("dev/acceptance/target/run");

    private Folders() {
    }

    public static Path pluginJar() {
        return Path.of(System.getProperty("plugin.jar")).toAbsolutePath().normalize();
    }

    /** A module's classes and its libraries, as a class path. */
    static String classPathOf(String module) {
        Path target = REPOSITORY.resolve("dev").resolve(module).resolve("target");
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }

    /** An empty folder of that name below {@code target}. */
    public static Path fresh(String name) {
        try {
            Files.createDirectories(RUN);
            return Files.createTempDirectory(RUN, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in {@code docs}. */
    public static Path document(String name) {
        return REPOSITORY.resolve("docs").resolve(name);
    }

    public static Path images() {
        Path folder = Boolean.getBoolean("docs.images") ? REPOSITORY.resolve("docs/images") : REPOSITORY.resolve("dev/acceptance/target/screenshots");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
