package org.intercomjira.acceptance.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** The JAR for Jira 10, made from the same classes: its namespace is {@code javax}, everything else is equal. */
class JavaxJarTest {
    private static final List<String> IDENTITY =
            List.of("Atlassian-Plugin-Key", "Bundle-SymbolicName", "Bundle-Name", "Bundle-Version", "Spring-Context");
    private final Jar jar = Jar.ofThePluginForJira10();
    private final Jar original = Jar.ofThePlugin();

    @Test
    void noClassNamesAnythingOfJakarta() {
        assertThat(jar.classes().stream().flatMap(JavaxJarTest::textsInConstantPool).filter(text -> text.contains("jakarta/") || text.contains("jakarta."))).isEmpty();
        assertThat(original.classes().stream().flatMap(JavaxJarTest::textsInConstantPool)).anyMatch(text -> text.contains("jakarta/"));
    }

    @Test
    void theManifestAsksForJavaxInPlaceOfJakarta() {
        String imports = jar.manifest().getValue("Import-Package");
        assertThat(imports).doesNotContain("jakarta.").contains("javax.servlet.http", "javax.ws.rs");
    }

    @Test
    void itIsStillTheSamePlugin() {
        assertThat(IDENTITY.stream().map(valueIn(jar))).containsExactlyElementsOf(IDENTITY.stream().map(valueIn(original)).toList());
    }

    @Test
    void itHoldsTheSameFiles() {
        assertThat(files(jar)).isEqualTo(files(original));
    }

    private static Function<String, String> valueIn(Jar jar) {
        return name -> String.valueOf(jar.manifest().getValue(name));
    }

    /** The transformer adds Maven's descriptor and cannot be told not to. */
    private static Set<String> files(Jar jar) {
        return jar.entries().keySet().stream().filter(name -> !name.startsWith("META-INF/maven/")).collect(Collectors.toSet());
    }

    private static Stream<String> textsInConstantPool(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        Stream.Builder<String> texts = Stream.builder();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == 1) {
                int length = reader.readUnsignedShort(offset);
                texts.add(new String(bytecode, offset + 2, length, StandardCharsets.UTF_8));
            }
        }
        return texts.build();
    }
}
