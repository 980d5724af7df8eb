package org.intercomjira.acceptance.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The index in the JAR against the annotations in the bytecode beside it. */
class ScannerIndexOfThePluginTest {
    private static final String INDEX = "META-INF/plugin-components/";
    private final Jar jar = Jar.ofThePlugin();
    private final AnnotatedPlaces places = new AnnotatedPlaces();

    @BeforeEach
    void readTheAnnotations() {
        jar.classes().forEach(places::collectFrom);
    }

    @Test
    void thePluginContextAsksForTheIndexAndForNothingElse() {
        String context = jar.text("META-INF/spring/plugin-context.xml");
        assertThat(context).contains("<atlassian-scanner:scan-indexes/>", "http://www.atlassian.com/schema/atlassian-scanner/2").doesNotContain("<bean ");
    }

    @Test
    void everyComponentIsInTheIndexAndNothingElse() {
        assertThat(withoutNames(jar.lines(INDEX + "component"))).isEqualTo(places.components()).isNotEmpty();
    }

    @Test
    void everyExportedServiceIsInTheIndexWithItsInterfaces() {
        List<String> lines = jar.lines(INDEX + "exports");
        assertThat(withoutNames(lines)).isEqualTo(places.exported()).isNotEmpty();
        assertThat(lines).allMatch(line -> line.matches("[\\w.$]+#[\\w.$]+(,[\\w.$]+)*"));
    }

    /** Spring Scanner's import annotation is gone from the bytecode or not, as its retention says; the sources decide. */
    @Test
    void everyImportIsATypeOfJirasThatTheJarUses() {
        References references = new References();
        jar.classes().forEach(references::collectFrom);
        Set<String> used = new HashSet<>();
        references.classes().stream().map(Member::className).forEach(used::add);
        assertThat(withoutNames(jar.lines(INDEX + "imports"))).isNotEmpty().isSubsetOf(used).allMatch(name -> name.startsWith("com.atlassian."));
    }

    @Test
    void bothUserManagersAreImportedUnderTheirOwnNamesIfAtAll() {
        assertThat(new ArrayList<>(jar.lines(INDEX + "imports")).stream().filter(line -> line.matches(".*\\.(UserManager|ApplicationProperties)(#.*)?")))
                .allMatch(line -> line.matches(".*#(sal|jira)(UserManager|ApplicationProperties)"));
    }

    private static Set<String> withoutNames(List<String> lines) {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(line.split("#")[0]));
        return names;
    }
}
