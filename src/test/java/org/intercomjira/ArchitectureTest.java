package org.intercomjira;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.administration.SecureAdministrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directions between the packages, as docs/architecture.md says them. */
class ArchitectureTest {
    private static final String ROOT = "org.intercomjira.";
    private static final JavaClasses PLUGIN = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/intercomjira/scanner/")).importPackages("org.intercomjira");

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "platform       > ''",
        "upgrade        > ''",
        "intercom       > platform",
        "delivery       > platform",
        "recovery       > platform delivery",
        "settings       > platform intercom delivery",
        "connection     > platform intercom delivery recovery settings",
        "link           > platform intercom delivery settings connection",
        "search         > platform intercom delivery settings connection link",
        "report         > platform intercom delivery settings connection link",
        "conversation   > platform intercom delivery settings connection link",
        "notification   > platform intercom delivery recovery settings connection link",
        "administration > platform intercom delivery settings connection link conversation notification",
    })
    void aPackageUsesOnlyThoseBelowIt(String user, String used) {
        String[] allowed = Stream.concat(Stream.of(user), Arrays.stream(used.split(" ")).filter(name -> !name.isEmpty()))
                .map(name -> ROOT + name + "..").toArray(String[]::new);
        classes().that().resideInAPackage(ROOT + user + "..").should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("org.intercomjira..")).or(resideInAnyPackage(allowed))).check(PLUGIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.intercomjira.(*)..").should().beFreeOfCycles().check(PLUGIN);
    }

    @Test
    void theClientOfIntercomKnowsNoJira() {
        noClasses().that().resideInAPackage(ROOT + "intercom..").should()
                .dependOnClassesThat().resideInAnyPackage("com.atlassian..", "jakarta.servlet..", "jakarta.ws.rs..", "net.java.ao..").check(PLUGIN);
    }

    /** Pure core, thin edge: what the host's types touch is named after its part. */
    @Test
    void onlyEdgesTouchWebAndDatabase() {
        noClasses().that(DescribedPredicate.not(nameMatching(".*\\.\\w*(Resource|Servlet|ExceptionMapper|HtmlPages|SecureAdministrator)(\\$.*)?"))).should()
                .dependOnClassesThat().resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..").check(PLUGIN);
        noClasses().that().resideOutsideOfPackages(ROOT + "delivery..").and(DescribedPredicate.not(nameMatching(".*\\.\\w*(Store|Entity|UpgradeTask)(\\$.*)?"))).should()
                .dependOnClassesThat().resideInAnyPackage("net.java.ao..", "com.atlassian.activeobjects..").check(PLUGIN);
    }

    /** What a Jira administrator changes needs the password again; what is only looked at needs the permission. */
    @Test
    void whatChangesSomethingForTheWholeOfJiraAsksForASecureAdministrator() {
        List<JavaMethod> changing = PLUGIN.stream().filter(type -> type.getPackageName().equals(ROOT + "administration")).flatMap(type -> type.getMethods().stream())
                .filter(method -> Stream.of(POST.class, PUT.class, DELETE.class).anyMatch(method::isAnnotatedWith)).toList();
        assertThat(changing).isNotEmpty().allMatch(method -> method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(SecureAdministrator.class)));
    }

    /** What an upgrade works on must not change with the entities in use, nor with another version's. */
    @Test
    void anUpgradeKnowsTheEntitiesOfItsVersionOnly() {
        slices().matching(ROOT + "upgrade.(*)..").should().notDependOnEachOther().check(PLUGIN);
        noClasses().that().resideOutsideOfPackage(ROOT + "upgrade..").should().dependOnClassesThat().resideInAPackage(ROOT + "upgrade..").check(PLUGIN);
    }

    @Test
    void nothingIsLookedUpStatically() {
        noClasses().should().dependOnClassesThat().haveSimpleName("ComponentAccessor").check(PLUGIN);
    }

    @Test
    void staticFieldsAreFinal() {
        noFields().that().areStatic().and().areNotFinal().should().beDeclaredInClassesThat().resideInAPackage("org.intercomjira..").allowEmptyShould(true).check(PLUGIN);
    }

    @Test
    void thePackagesAreTheOnesOfTheTable() {
        assertThat(PLUGIN.stream().map(JavaClass::getPackageName).map(name -> name.replaceFirst("org\\.intercomjira\\.?", "")).map(name -> name.split("\\.")[0])
                .distinct()).containsExactlyInAnyOrder("platform", "upgrade", "intercom", "delivery", "recovery", "settings", "connection", "link", "search", "conversation", "report", "notification", "administration");
    }
}
