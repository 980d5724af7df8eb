package org.intercomjira.scanner;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources given as text with the processor at work, into a folder. */
final class Compilation {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Path output;

    Compilation(Path output) {
        this.output = output;
    }

    Compilation with(String className, String source) {
        URI address = URI.create("memory:///" + className.replace('.', '/') + ".java");
        sources.add(new SimpleJavaFileObject(address, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
        return this;
    }

    /** The lines of one index file; empty when there is no such file. */
    List<String> indexLines(String file) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            var task = compiler.getTask(null, files, problems, List.of("-parameters"), null, sources);
            task.setProcessors(List.of(new ScannerIndexProcessor()));
            if (!task.call()) {
                throw new AssertionError(problems.getDiagnostics().toString());
            }
        }
        Path index = output.resolve("META-INF/plugin-components").resolve(file);
        return Files.exists(index) ? Files.readAllLines(index) : List.of();
    }
}
