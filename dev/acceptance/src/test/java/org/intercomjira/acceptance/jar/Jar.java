package org.intercomjira.acceptance.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A JAR read whole into memory. */
record Jar(Path file, Attributes manifest, Map<String, byte[]> entries) {
    /** The JAR that an administrator uploads to Jira 11. */
    static Jar ofThePlugin() {
        return read(Path.of(System.getProperty("plugin.jar")));
    }

    /** The same for Jira 10, with {@code javax} in place of {@code jakarta}. */
    static Jar ofThePluginForJira10() {
        return read(Path.of(System.getProperty("plugin.jar").replaceAll("\\.jar$", "-javax.jar")));
    }

    static Jar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Map<String, byte[]> entries = new TreeMap<>();
            for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
            return new Jar(file, jar.getManifest().getMainAttributes(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }

    List<String> lines(String entry) {
        return entries.containsKey(entry) ? text(entry).lines().toList() : List.of();
    }

    List<byte[]> classes() {
        return entries.entrySet().stream().filter(entry -> entry.getKey().endsWith(".class")).map(Map.Entry::getValue).toList();
    }
}
