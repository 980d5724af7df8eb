package org.intercomjira.acceptance.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Holds {@code dev/jira-declarations/api-usage.txt} to the built JAR: nothing of Jira's is used on an assumption that is not written down. */
class ApiUsageTest {
    private static final Path DECLARATIONS = Path.of(System.getProperty("repository"), "dev", "jira-declarations");
    private static ApiUsage usage;
    private static ApiEvidence evidence;
    private static ClassModel declared;

    @BeforeAll
    static void readTheJar() throws IOException {
        List<byte[]> declarations = classFilesBelow(DECLARATIONS.resolve("target/classes"));
        usage = new ApiUsage(Jar.ofThePlugin(), declarations);
        evidence = ApiEvidence.read(DECLARATIONS.resolve("api-usage.txt"));
        declared = new ClassModel();
        declarations.forEach(declared::add);
    }

    @Test
    void everythingThatTheJarUsesHasALine() {
        assertThat(without(usage.entries(), evidence.entries())).as("used, but without a line in api-usage.txt").isEmpty();
    }

    @Test
    void everyLineIsAboutSomethingThatTheJarUses() {
        assertThat(without(evidence.entries(), usage.entries())).as("lines in api-usage.txt that nothing uses").isEmpty();
    }

    @Test
    void everyLineNamesItsEvidence() {
        assertThat(evidence.linesWithoutEvidence()).as("lines without evidence (known kinds: %s)", ApiEvidence.KINDS).isEmpty();
    }

    @Test
    void theLinesAreSortedAndUnique() {
        assertThat(evidence.entriesAsWritten()).isSorted().doesNotHaveDuplicates();
    }

    /** Constructors and what every object has are exempt: Java asks for them. So are the members of annotations: a default is used by saying nothing. */
    @Test
    void theDeclarationsHoldNoMemberThatThePluginDoesNotUse() {
        Set<Member> used = usage.members();
        assertThat(declared.types().filter(type -> !type.is(Opcodes.ACC_ANNOTATION)).flatMap(type -> type.members().stream())
                .filter(member -> member.isVisibleToOthers() && !isGivenByJava(member) && !used.contains(member.withoutAccess()))
                .map(Member::readable).sorted()).as("declared, but not used").isEmpty();
    }

    @Test
    void theDeclarationsHoldNoTypeThatNothingNames() {
        Set<String> named = Stream.concat(usage.classes().stream(), declared.types().flatMap(ApiUsageTest::namedBy)).collect(Collectors.toSet());
        assertThat(declared.types().map(ClassModel.Type::name).filter(name -> !named.contains(name) && !usage.entries().contains(Member.className(name))))
                .as("declared types that nothing names").isEmpty();
    }

    private static Stream<String> namedBy(ClassModel.Type type) {
        Stream<Type> inMembers = type.members().stream().map(member -> Type.getType(member.descriptor()))
                .flatMap(found -> found.getSort() == Type.METHOD ? Stream.concat(Stream.of(found.getReturnType()), Stream.of(found.getArgumentTypes())) : Stream.of(found));
        return Stream.concat(type.supertypes().stream(),
                inMembers.filter(found -> found.getSort() == Type.OBJECT).map(Type::getInternalName).filter(name -> !name.equals(type.name())));
    }

    private static boolean isGivenByJava(Member member) {
        boolean ofAnEnum = Set.of("values", "valueOf").contains(member.name());
        return member.name().startsWith("<") || Set.of("equals", "hashCode", "toString").contains(member.name()) || ofAnEnum;
    }

    private static Set<String> without(Collection<String> all, Collection<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    private static List<byte[]> classFilesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
            List<byte[]> contents = new ArrayList<>();
            for (Path file : classes) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }
}
