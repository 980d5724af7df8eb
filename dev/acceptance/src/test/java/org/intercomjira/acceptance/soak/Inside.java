package org.intercomjira.acceptance.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A look into a running JVM with the JDK's own {@code jcmd}. */
record Inside(long pid) {
    private static final String BUNDLE = "BundleClassLoader";
    /** In milliseconds; ten seconds by default, in which a busy machine may not answer. */
    private static final String PATIENCE = "-J-Dsun.tools.attach.attachTimeout=120000";

    /** The names of all threads that are there after a collection. */
    List<String> threadsAfterCollection() {
        ask("GC.run");
        return ask("Thread.print").lines().filter(line -> line.startsWith("\"")).map(line -> line.substring(1, line.indexOf('"', 1))).toList();
    }

    /** How many class loaders of bundles are there after a collection. */
    long bundleClassLoaders() {
        ask("GC.run");
        return ask("VM.classloader_stats").lines().filter(line -> line.contains(BUNDLE)).count();
    }

    private String ask(String question) {
        try {
            Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), PATIENCE, String.valueOf(pid), question)
                    .redirectErrorStream(true).start();
            String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException(answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
