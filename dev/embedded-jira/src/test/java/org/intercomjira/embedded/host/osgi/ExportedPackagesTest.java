package org.intercomjira.embedded.host.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.ApplicationProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The list of exported packages and the declarations speak of the same Jira. */
class ExportedPackagesTest {
    /** Read at build time only. */
    private static final String SCANNER = "com.atlassian.plugin.spring.scanner.";

    @Test
    void everyDeclaredPackageIsExported() throws Exception {
        assertThat(ExportedPackages.names()).containsAll(declaredPackages());
    }

    @Test
    void noPackageIsListedTwice() {
        assertThat(ExportedPackages.names()).doesNotHaveDuplicates();
    }

    @Test
    void nothingOfTheHostItselfIsExported() {
        assertThat(ExportedPackages.names()).noneMatch(name -> name.startsWith("org.intercomjira") || name.startsWith("org.glassfish") || name.startsWith("com.google"));
    }

    private static Set<String> declaredPackages() throws Exception {
        Path declarations = Path.of(location());
        try (Stream<String> classes = Files.isDirectory(declarations) ? inDirectory(declarations) : inJar(declarations)) {
            return classes.filter(name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF") && !name.contains("package-info"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.')).filter(name -> !name.startsWith(SCANNER)).collect(Collectors.toSet());
        }
    }

    private static URI location() throws URISyntaxException {
        return ApplicationProperties.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    }

    private static Stream<String> inDirectory(Path directory) throws Exception {
        return Files.walk(directory).map(directory::relativize).map(Path::toString);
    }

    private static Stream<String> inJar(Path jar) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList().stream();
        }
    }
}
