package org.intercomjira.acceptance.jar;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method or field as bytecode names it: internal name of the owner, name, descriptor. */
record Member(String owner, String name, String descriptor, int access) {
    Member(String owner, String name, String descriptor) {
        this(owner, name, descriptor, 0);
    }

    boolean hasSameSignature(Member other) {
        return name.equals(other.name) && descriptor.equals(other.descriptor);
    }

    /** For comparing with a use, which knows nothing of the modifiers. */
    Member withoutAccess() {
        return new Member(owner, name, descriptor);
    }

    boolean isMethod() {
        return descriptor.startsWith("(");
    }

    boolean isVisibleToOthers() {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
    }

    boolean isInheritable() {
        return isMethod() && !name.startsWith("<") && (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) == 0;
    }

    /** For a reader: {@code com.atlassian.jira.issue.IssueManager#getIssueObject(String): MutableIssue}. */
    String readable() {
        String place = className(owner) + "#" + name;
        if (!isMethod()) {
            return place + ": " + simpleName(Type.getType(descriptor));
        }
        String parameters = Arrays.stream(Type.getArgumentTypes(descriptor)).map(Member::simpleName).collect(Collectors.joining(", "));
        return place + "(" + parameters + "): " + simpleName(Type.getReturnType(descriptor));
    }

    static String className(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String simpleName(Type type) {
        String name = type.getClassName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
