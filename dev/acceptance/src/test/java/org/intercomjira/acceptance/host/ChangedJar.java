package org.intercomjira.acceptance.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The built plugin JAR with one thing changed in it: a mistake, or the number of the next version. */
public record ChangedJar(Path file) {
    /** The same plugin by another version. */
    public static ChangedJar ofVersion(String version) throws IOException {
        return withText("atlassian-plugin.xml", text -> text.replaceFirst("<version>[^<]+</version>", "<version>" + version + "</version>"));
    }

    /** One with another value of a manifest attribute. */
    public static ChangedJar withManifest(String attribute, UnaryOperator<String> change) throws IOException {
        Manifest manifest = manifest();
        String before = manifest.getMainAttributes().getValue(attribute);
        manifest.getMainAttributes().putValue(attribute, changed(before, change));
        return write(manifest, entries());
    }

    /** One with another text in a file. */
    public static ChangedJar withText(String entry, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> entries = entries();
        String before = new String(entries.get(entry), StandardCharsets.UTF_8);
        entries.put(entry, changed(before, change).getBytes(StandardCharsets.UTF_8));
        return write(manifest(), entries);
    }

    /** One without the files below this path. */
    public static ChangedJar without(String path) throws IOException {
        Map<String, byte[]> entries = entries();
        if (!entries.keySet().removeIf(name -> name.startsWith(path))) {
            throw new IllegalArgumentException("The JAR has nothing below " + path);
        }
        return write(manifest(), entries);
    }

    private static String changed(String before, UnaryOperator<String> change) {
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("The change did not change anything in: " + before);
        }
        return after;
    }

    private static Manifest manifest() throws IOException {
        try (JarFile jar = new JarFile(Folders.pluginJar().toFile())) {
            return jar.getManifest();
        }
    }

    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(Folders.pluginJar().toFile())) {
            for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory() && !each.getName().equals(JarFile.MANIFEST_NAME)).toList()) {
                entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static ChangedJar write(Manifest manifest, Map<String, byte[]> entries) throws IOException {
        Path file = Folders.fresh("changed").resolve("plugin.jar");
        try (OutputStream output = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(output, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return new ChangedJar(file);
    }
}
