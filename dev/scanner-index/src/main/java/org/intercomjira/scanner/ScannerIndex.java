package org.intercomjira.scanner;

import java.io.IOException;
import java.io.Writer;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/** The lines of the index by file name, sorted so that the same sources always give the same files. */
final class ScannerIndex {
    private static final String FOLDER = "META-INF/plugin-components/";
    private final SortedMap<String, SortedSet<String>> linesByFile = new TreeMap<>();

    void add(String file, String line) {
        linesByFile.computeIfAbsent(file, name -> new TreeSet<>()).add(line);
    }

    void writeTo(Filer filer) throws IOException {
        for (var entry : linesByFile.entrySet()) {
            var resource = filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + entry.getKey());
            try (Writer writer = resource.openWriter()) {
                for (String line : entry.getValue()) {
                    writer.write(line + "\n");
                }
            }
        }
    }
}
