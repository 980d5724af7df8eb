package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.IssueManager;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are compiled against the declarations and run on what is here: the two must not drift apart. */
class DeclarationsTest {
    @Test
    void everyDeclaredMemberOfAClassOfJirasIsThereAtRunTime() throws Exception {
        URL declarations = IssueManager.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {declarations}, ClassLoader.getPlatformClassLoader())) {
            List<String> types = declaredTypes(declarations);
            assertThat(types).contains("com.atlassian.jira.event.issue.IssueEvent", "org.ofbiz.core.entity.GenericValue");
            for (String name : types) {
                assertThat(members(Class.forName(name))).as(name).containsAll(members(alone.loadClass(name)));
            }
        }
    }

    @Test
    void everyManagerThatIsDeclaredIsOfferedToPlugins(@TempDir Path home) throws Exception {
        try (TestJira jira = TestJira.in(home)) {
            Map<Class<?>, Object> services = jira.domain().services();
            for (String name : declaredTypes(IssueManager.class.getProtectionDomain().getCodeSource().getLocation())) {
                if (name.matches(".*(Manager|AuthenticationContext|Service)")) {
                    assertThat(services.get(Class.forName(name))).as(name).isInstanceOf(Class.forName(name));
                }
            }
            assertThat(services).hasSizeGreaterThan(5);
        }
    }

    private static List<String> declaredTypes(URL declarations) throws IOException, URISyntaxException {
        Path location = Path.of(declarations.toURI());
        if (Files.isDirectory(location)) {
            return typesBelow(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return typesBelow(jar.getPath("/"));
        }
    }

    private static List<String> typesBelow(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString()).filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", "."))
                    .filter(name -> name.startsWith("com.atlassian.jira.") && !name.contains(".webfragment.") || name.startsWith("org.ofbiz.")).toList();
        }
    }

    private static List<String> members(Class<?> type) {
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers())).map(DeclarationsTest::signature);
        Stream<String> fields = Arrays.stream(type.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers())).map(DeclarationsTest::signature);
        return Stream.concat(methods, fields).toList();
    }

    private static String signature(Method method) {
        return method.getReturnType().getName() + " " + method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getName).toList();
    }

    private static String signature(Field field) {
        return field.getType().getName() + " " + field.getName();
    }
}
