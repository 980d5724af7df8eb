package org.intercomjira.acceptance.jar;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the plugin asks of Jira, taken from its bytecode and its descriptor: every class, method and field of Atlassian,
 * OFBiz and OpenSymphony that it names, every method of theirs that it implements, and the other outside classes.
 */
final class ApiUsage {
    private static final List<String> JIRA = List.of("com/atlassian/", "org/ofbiz/", "com/opensymphony/", "org/apache/log4j/");
    private static final List<String> OTHERS = List.of("net/java/ao/", "org/springframework/", "jakarta/", "org/slf4j/");
    private static final Set<String> OF_ANY_OBJECT = Set.of("equals", "hashCode", "toString", "getClass");
    private static final Pattern DESCRIPTOR_CLASS = Pattern.compile("class=\"(com\\.atlassian\\.[\\w.]+)\"");

    private final References references = new References();
    private final ClassModel plugin = new ClassModel();
    private final ClassModel all = new ClassModel();
    private final Collection<String> namedInDescriptor;

    ApiUsage(Jar jar, Collection<byte[]> declarations) {
        jar.classes().forEach(references::collectFrom);
        jar.classes().forEach(plugin::add);
        jar.classes().forEach(all::add);
        declarations.forEach(all::add);
        namedInDescriptor = DESCRIPTOR_CLASS.matcher(jar.text("atlassian-plugin.xml")).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean isJiras(String internalName) {
        return JIRA.stream().anyMatch(internalName::startsWith);
    }

    /** One entry a class or member, as {@code api-usage.txt} names it. */
    Set<String> entries() {
        Stream<String> classes = references.classes().stream()
                .filter(name -> isJiras(name) || OTHERS.stream().anyMatch(name::startsWith)).map(Member::className);
        return Stream.of(classes, members().stream().map(Member::readable), namedInDescriptor.stream())
                .flatMap(entries -> entries).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members of Jira's that are called or implemented, each at the class that declares it. */
    Set<Member> members() {
        return Stream.concat(called(), implemented()).collect(Collectors.toSet());
    }

    private Stream<Member> called() {
        return references.members().stream().map(this::declared)
                .filter(member -> isJiras(member.owner()) && !OF_ANY_OBJECT.contains(member.name()));
    }

    /** A member that Jira's type inherits from the JDK stays with Jira's type: that it inherits it is what needs evidence. */
    private Member declared(Member used) {
        return all.declarationOf(used).map(Member::withoutAccess).orElse(used);
    }

    private Stream<Member> implemented() {
        return plugin.types().flatMap(type -> type.members().stream().filter(Member::isInheritable).flatMap(this::overridden));
    }

    private Stream<Member> overridden(Member member) {
        return all.supertypesAndSelf(member.owner()).filter(type -> isJiras(type.name())).flatMap(type -> type.members().stream())
                .filter(member::hasSameSignature).map(Member::withoutAccess);
    }

    /** Internal names of all classes that the bytecode names. */
    Set<String> classes() {
        return references.classes();
    }
}
