package org.intercomjira.acceptance.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Jira asks of an uploaded JAR, and what must not be in it. */
class PluginJarTest {
    private static final long LARGEST = 1_800_000;
    private static final String PLUGIN_KEY = "org.intercomjira.intercom-for-jira";
    private final Jar jar = Jar.ofThePlugin();

    @Test
    void theJarIsSmall() {
        System.out.println("plugin JAR: " + jar.size() + " bytes");
        assertThat(jar.size()).isLessThan(LARGEST);
    }

    @Test
    void theManifestNamesThePluginAndAsksForItsSpringContext() {
        assertThat(jar.manifest().getValue("Atlassian-Plugin-Key")).isEqualTo(PLUGIN_KEY);
        assertThat(jar.manifest().getValue("Bundle-SymbolicName")).isEqualTo(PLUGIN_KEY);
        assertThat(jar.manifest().getValue("Spring-Context")).isEqualTo("*");
        assertThat(jar.manifest().getValue("Bundle-Version")).isNotBlank();
        assertThat(jar.manifest().getValue("Export-Package")).isNull();
    }

    @Test
    void everyImportedPackageIsNamedAndNeededInAnyVersion() {
        assertThat(imports()).isNotEmpty().allSatisfy(clause -> assertThat(clause)
                .doesNotContain("*").doesNotContain("resolution:=optional").satisfies(PluginJarTest::asksForNoVersion));
    }

    private static void asksForNoVersion(String clause) {
        assertThat(clause.replace(";version=\"0\"", "").replace(";version=0", "")).doesNotContain("version");
    }

    @Test
    void nothingIsImportedThatBelongsToJavaItselfOrToTheOtherNamespace() {
        assertThat(packages()).noneMatch(name -> name.startsWith("java.") || name.startsWith("javax.servlet") || name.startsWith("javax.ws")
                || name.startsWith("javax.inject") || name.startsWith("javax.annotation"));
    }

    @Test
    void theConditionsThatOnlyTheDescriptorNamesAreImported() {
        assertThat(packages()).contains("com.atlassian.jira.plugin.webfragment.conditions");
    }

    @Test
    void everyOutsidePackageThatTheClassesNameIsImported() {
        References references = new References();
        jar.classes().forEach(references::collectFrom);
        assertThat(references.classes().stream().filter(ApiUsage::isJiras).map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .filter(name -> !name.startsWith("com.atlassian.plugin.spring.scanner")).distinct()).isSubsetOf(packages());
    }

    @Test
    void allClassesAreThePluginsOwn() {
        assertThat(jar.entries().keySet().stream().filter(name -> name.endsWith(".class"))).isNotEmpty()
                .allMatch(name -> name.startsWith("org/intercomjira/"));
    }

    @Test
    void nothingThatStandsInForJiraOrIntercomIsInTheJar() {
        assertThat(jar.entries().keySet()).noneMatch(name -> name.matches(
                "org/intercomjira/(embedded|simulator|scanner|acceptance)/.*") || name.contains("atlassian/") || name.contains("node_modules"));
    }

    @Test
    void noPartOfAuiIsInTheJar() {
        assertThat(jar.entries().keySet()).noneMatch(name -> name.matches("(?i).*(aui|adgs-icons|iconfont|jquery)[^/]*\\.(js|css|woff2?|ttf|eot|svg)"));
    }

    @Test
    void gsonAndJsoupAreTheOnlyLibrariesInside() {
        String[] libraries = {"META-INF/lib/gson-2.13.1.jar", "META-INF/lib/jsoup-1.24.1.jar"};
        assertThat(jar.entries().keySet().stream().filter(name -> name.endsWith(".jar"))).containsExactlyInAnyOrder(libraries);
        assertThat(Arrays.asList(jar.manifest().getValue("Bundle-ClassPath").split(","))).contains(".").contains(libraries).hasSize(3);
    }

    @Test
    void theLicenceIsInside() {
        assertThat(jar.text("META-INF/LICENSE")).contains("Apache License");
    }

    private List<String> imports() {
        return Arrays.asList(jar.manifest().getValue("Import-Package").split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private Set<String> packages() {
        return Set.copyOf(imports().stream().map(clause -> clause.split(";")[0].strip()).toList());
    }
}
