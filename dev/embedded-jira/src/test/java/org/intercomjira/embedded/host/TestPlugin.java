package org.intercomjira.embedded.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.intercomjira.embedded.host.osgi.ExportedPackages;

/** Builds tiny plugin JARs. */
public final class TestPlugin {
    private static final String INDEX = "META-INF/plugin-components/";

    private final String key;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>(Map.of(INDEX + "component", new StringBuilder(),
            INDEX + "imports", new StringBuilder(), INDEX + "exports", new StringBuilder(), "i18n/sample.properties", new StringBuilder()));
    private final StringBuilder modules = new StringBuilder();
    private String imports = ExportedPackages.names().stream().filter(name -> !name.startsWith("org.osgi")).collect(Collectors.joining(","));
    private String version = "1";

    private TestPlugin(String key) {
        this.key = key;
    }

    public static TestPlugin named(String key) {
        return new TestPlugin(key).file("META-INF/spring/plugin-context.xml", "<beans><atlassian-scanner:scan-indexes/></beans>");
    }

    public TestPlugin version(String other) {
        version = other;
        return this;
    }

    public TestPlugin module(String xml) {
        modules.append(xml).append('\n');
        return this;
    }

    public TestPlugin classes(Class<?>... types) {
        for (Class<?> type : types) {
            files.put(type.getName().replace('.', '/') + ".class", bytecode(type));
        }
        return this;
    }

    public TestPlugin component(Class<?> type) {
        texts.get(INDEX + "component").append(type.getName()).append('\n');
        return classes(type);
    }

    public TestPlugin imports(Class<?> type) {
        return imports(type.getName());
    }

    public TestPlugin imports(String type) {
        texts.get(INDEX + "imports").append(type).append('\n');
        return this;
    }

    public TestPlugin exports(Class<?> component, Class<?> service) {
        texts.get(INDEX + "exports").append(component.getName()).append('#').append(service.getName()).append('\n');
        return component(component);
    }

    public TestPlugin text(String textKey, String value) {
        texts.get("i18n/sample.properties").append(textKey).append('=').append(value).append('\n');
        return this;
    }

    public TestPlugin file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public TestPlugin importingThePackage(String name) {
        imports += "," + name;
        return this;
    }

    public TestPlugin withoutIndex() {
        texts.keySet().removeIf(path -> path.startsWith(INDEX));
        return this;
    }

    /** Writes the JAR into this directory. */
    public Path in(Path directory) throws IOException {
        Path jar = directory.resolve(key + "-" + UUID.randomUUID() + ".jar");
        texts.forEach((path, content) -> file(path, content.toString()));
        file("atlassian-plugin.xml", "<atlassian-plugin key='" + key + "' plugins-version='2'><plugin-info><version>" + version + "</version></plugin-info>"
                + "<resource type='i18n' name='i18n' location='i18n.sample'/>" + modules + "</atlassian-plugin>");
        try (JarOutputStream stream = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            for (var entry : files.entrySet()) {
                stream.putNextEntry(new JarEntry(entry.getKey()));
                stream.write(entry.getValue());
            }
        }
        return jar;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", key);
        attributes.putValue("Bundle-Version", version);
        attributes.putValue("Atlassian-Plugin-Key", key);
        attributes.putValue("Import-Package", imports);
        return manifest;
    }

    private static byte[] bytecode(Class<?> type) {
        try (InputStream stream = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
