package org.intercomjira.scanner;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;

/**
 * Collects components, component imports and exported services into the three files of the index:
 * {@code component} holds {@code class} or {@code class#name}, {@code imports} holds {@code interface} or
 * {@code interface#name}, {@code exports} holds {@code class#interface,interface}.
 */
@SupportedAnnotationTypes({
    ScannerIndexProcessor.COMPONENT, ScannerIndexProcessor.COMPONENT_IMPORT, ScannerIndexProcessor.EXPORT_AS_SERVICE
})
public final class ScannerIndexProcessor extends AbstractProcessor {
    static final String COMPONENT = "org.springframework.stereotype.Component";
    static final String COMPONENT_IMPORT = "com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport";
    static final String EXPORT_AS_SERVICE = "com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService";

    private final ScannerIndex index = new ScannerIndex();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        annotatedWith(COMPONENT, round).forEach(type -> index.add("component", named(nameOf(type.asType()), type, COMPONENT)));
        annotatedWith(COMPONENT_IMPORT, round).forEach(place -> index.add("imports", named(nameOf(place.asType()), place, COMPONENT_IMPORT)));
        annotatedWith(EXPORT_AS_SERVICE, round).forEach(type -> index.add("exports", nameOf(type.asType()) + "#" + exported(type)));
        if (round.processingOver()) {
            write();
        }
        return false;
    }

    private Set<? extends Element> annotatedWith(String annotation, RoundEnvironment round) {
        TypeElement type = processingEnv.getElementUtils().getTypeElement(annotation);
        return type == null ? Set.of() : round.getElementsAnnotatedWith(type);
    }

    private String named(String className, Element element, String annotation) {
        return value(element, annotation).map(Object::toString).filter(name -> !name.isEmpty())
                .map(name -> className + "#" + name).orElse(className);
    }

    private String nameOf(TypeMirror type) {
        TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
        return processingEnv.getElementUtils().getBinaryName(element).toString();
    }

    /** The interfaces that the annotation names, or else all that the class itself implements. */
    private String exported(Element element) {
        List<String> named = value(element, EXPORT_AS_SERVICE).map(ScannerIndexProcessor::asList).orElse(List.of()).stream()
                .map(entry -> nameOf((TypeMirror) entry.getValue())).toList();
        List<String> interfaces = named.isEmpty() ? ((TypeElement) element).getInterfaces().stream().map(this::nameOf).toList() : named;
        return interfaces.stream().collect(Collectors.joining(","));
    }

    @SuppressWarnings("unchecked")
    private static List<? extends AnnotationValue> asList(Object value) {
        return (List<? extends AnnotationValue>) value;
    }

    private static Optional<Object> value(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(annotation))
                .map(AnnotationMirror::getElementValues).map(Map::entrySet).flatMap(Set::stream)
                .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
                .map(entry -> entry.getValue().getValue()).findFirst().map(Object.class::cast);
    }

    private void write() {
        try {
            index.writeTo(processingEnv.getFiler());
        } catch (IOException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, "The Spring Scanner index could not be written: " + e);
        }
    }
}
