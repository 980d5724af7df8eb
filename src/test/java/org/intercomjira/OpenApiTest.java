package org.intercomjira;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/openapi.yaml} describes the resources that there are, and no others. That their answers have the described shape the acceptance tests say. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private final Map<String, Object> document = read();

    /** A call as both sides tell it: method, path, names of its parameters, and whether it takes a body. */
    private record Operation(String method, String path, Set<String> pathParameters, Set<String> queryParameters, boolean takesBody) implements Comparable<Operation> {
        @Override
        public int compareTo(Operation other) {
            return (path + method).compareTo(other.path + other.method);
        }
    }

    @Test
    void everyCallOfTheResourcesIsDescribedAndNoOther() {
        assertThat(described()).containsExactlyElementsOf(implemented());
    }

    @Test
    void everyPathNamesItsParameters() {
        assertThat(described()).isNotEmpty().allSatisfy(operation -> assertThat(Arrays.stream(operation.path().split("/"))
                .filter(part -> part.startsWith("{")).map(part -> part.substring(1, part.length() - 1))).containsExactlyInAnyOrderElementsOf(operation.pathParameters()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new TreeSet<>();
        collectReferences(document, references);
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(target(Map.of("$ref", reference))).as(reference).isNotEmpty());
    }

    @Test
    void everyCallSaysWhatItIsForAndHowItRefuses() {
        assertThat(operations().toList()).allSatisfy(operation -> {
            assertThat((String) operation.get("summary")).isNotBlank();
            assertThat(map(operation.get("responses"))).containsKey("default");
        });
    }

    private static Set<Operation> implemented() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.intercomjira").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> operation(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Operation> operation(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        String plain = ("/" + path).replaceAll("/+", "/").replaceAll("/$", "").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        boolean takesBody = Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.getAnnotations().length == 0)
                && (method.isAnnotationPresent(Consumes.class) || resource.isAnnotationPresent(Consumes.class));
        return Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class)).filter(Objects::nonNull)
                .map(verb -> new Operation(verb.value(), plain, names(method, PathParam.class), names(method, QueryParam.class), takesBody));
    }

    private static Set<String> names(Method method, Class<? extends Annotation> kind) {
        return Arrays.stream(method.getParameters()).map(parameter -> name(parameter, kind)).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Parameter parameter, Class<? extends Annotation> kind) {
        Annotation annotation = parameter.getAnnotation(kind);
        if (annotation == null) {
            return null;
        }
        return annotation instanceof PathParam inPath ? inPath.value() : ((QueryParam) annotation).value();
    }

    private Set<Operation> described() {
        Set<Operation> operations = new TreeSet<>();
        map(document.get("paths")).forEach((path, item) -> map(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                List<Map<String, Object>> parameters = Stream.of(map(item), map(operation)).flatMap(owner -> parameters(owner)).toList();
                operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, names(parameters, "path"), names(parameters, "query"),
                        map(operation).containsKey("requestBody")));
            }
        }));
        return operations;
    }

    private Stream<Map<String, Object>> operations() {
        return map(document.get("paths")).values().stream().flatMap(item -> map(item).entrySet().stream())
                .filter(entry -> METHODS.contains(entry.getKey())).map(entry -> map(entry.getValue()));
    }

    private Stream<Map<String, Object>> parameters(Map<String, Object> owner) {
        List<?> parameters = (List<?>) owner.getOrDefault("parameters", List.of());
        return parameters.stream().map(parameter -> target(map(parameter)));
    }

    private static Set<String> names(List<Map<String, Object>> parameters, String place) {
        return parameters.stream().filter(parameter -> place.equals(parameter.get("in"))).map(parameter -> (String) parameter.get("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a reference leads to; the object itself when it is none; empty when it leads nowhere. */
    private Map<String, Object> target(Map<String, Object> object) {
        if (!(object.get("$ref") instanceof String reference)) {
            return object;
        }
        Map<String, Object> found = document;
        for (String name : reference.replaceFirst("^#/", "").split("/")) {
            found = map(found.getOrDefault(name, Map.of()));
        }
        return found;
    }

    private static void collectReferences(Object node, Set<String> references) {
        if (node instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                if (name.equals("$ref")) {
                    references.add((String) value);
                }
                collectReferences(value, references);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(item -> collectReferences(item, references));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    private static Map<String, Object> read() {
        try (Reader reader = Files.newBufferedReader(java.nio.file.Path.of("docs/openapi.yaml"))) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
