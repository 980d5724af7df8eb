package org.intercomjira.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerIndexProcessorTest {
    @TempDir
    private Path output;
    private Compilation compilation;

    @BeforeEach
    void declareTheAnnotations() {
        compilation = new Compilation(output)
                .with("org.springframework.stereotype.Component",
                        "package org.springframework.stereotype; public @interface Component { String value() default \"\"; }")
                .with("com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport",
                        "package com.atlassian.plugin.spring.scanner.annotation.imports; public @interface ComponentImport { String value() default \"\"; }")
                .with("com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService",
                        "package com.atlassian.plugin.spring.scanner.annotation.export; public @interface ExportAsService { Class<?>[] value() default {}; }")
                .with("host.UserManager", "package host; public interface UserManager { interface Nested { } }")
                .with("host.Starts", "package host; public interface Starts { }")
                .with("host.Stops", "package host; public interface Stops { }");
    }

    @Test
    void aComponentIsListedByItsClassName() throws Exception {
        write("plugin.Thing", "@Component public class Thing { }");
        assertThat(compilation.indexLines("component")).containsExactly("plugin.Thing");
    }

    @Test
    void aNamedComponentIsListedWithItsName() throws Exception {
        write("plugin.Thing", "@Component(\"other\") public class Thing { }");
        assertThat(compilation.indexLines("component")).containsExactly("plugin.Thing#other");
    }

    @Test
    void componentsAreSortedSoThatTheSameSourcesGiveTheSameFile() throws Exception {
        write("plugin.Zebra", "@Component public class Zebra { }");
        write("plugin.Ant", "@Component public class Ant { }");
        assertThat(compilation.indexLines("component")).containsExactly("plugin.Ant", "plugin.Zebra");
    }

    @Test
    void aNestedComponentIsListedByItsBinaryName() throws Exception {
        write("plugin.Outer", "public class Outer { @Component public static class Inner { } }");
        assertThat(compilation.indexLines("component")).containsExactly("plugin.Outer$Inner");
    }

    @Test
    void aConstructorParameterIsAnImport() throws Exception {
        write("plugin.Thing", "@Component public class Thing { Thing(@ComponentImport UserManager users) { } }");
        assertThat(compilation.indexLines("imports")).containsExactly("host.UserManager");
    }

    @Test
    void aFieldIsAnImport() throws Exception {
        write("plugin.Thing", "@Component public class Thing { @ComponentImport UserManager.Nested nested; }");
        assertThat(compilation.indexLines("imports")).containsExactly("host.UserManager$Nested");
    }

    @Test
    void aNamedImportIsListedWithItsName() throws Exception {
        write("plugin.Thing", "@Component public class Thing { Thing(@ComponentImport(\"salUserManager\") UserManager users) { } }");
        assertThat(compilation.indexLines("imports")).containsExactly("host.UserManager#salUserManager");
    }

    @Test
    void theSameImportInTwoClassesIsOneLine() throws Exception {
        write("plugin.One", "@Component public class One { @ComponentImport UserManager users; }");
        write("plugin.Two", "@Component public class Two { @ComponentImport UserManager users; }");
        assertThat(compilation.indexLines("imports")).containsExactly("host.UserManager");
    }

    @Test
    void anExportNamesTheInterfacesOfTheAnnotation() throws Exception {
        write("plugin.Thing", "@Component @ExportAsService({Starts.class, Stops.class}) public class Thing implements Starts, Stops { }");
        assertThat(compilation.indexLines("exports")).containsExactly("plugin.Thing#host.Starts,host.Stops");
    }

    @Test
    void anExportWithoutInterfacesNamesThoseOfTheClass() throws Exception {
        write("plugin.Thing", "@Component @ExportAsService public class Thing implements Stops { }");
        assertThat(compilation.indexLines("exports")).containsExactly("plugin.Thing#host.Stops");
    }

    @Test
    void sourcesWithoutAnnotationsGiveNoIndex() throws Exception {
        write("plugin.Thing", "public class Thing { }");
        assertThat(compilation.indexLines("component")).isEmpty();
        assertThat(output.resolve("META-INF")).doesNotExist();
    }

    private void write(String className, String source) {
        compilation.with(className, """
                package plugin;
                import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
                import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
                import host.*;
                import org.springframework.stereotype.Component;
                """ + source);
    }
}
