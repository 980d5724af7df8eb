package org.intercomjira.acceptance.jar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes by internal name with their supertypes and members, enough to say which class declares a member. */
final class ClassModel {
    private final Map<String, Type> types = new HashMap<>();

    /** A class or interface; internal names throughout. */
    record Type(String name, int access, List<String> supertypes, List<Member> members) {
        boolean is(int flag) {
            return (access & flag) != 0;
        }
    }

    void add(byte[] bytecode) {
        TypeReader reader = new TypeReader();
        new ClassReader(bytecode).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        types.put(reader.type.name(), reader.type);
    }

    Stream<Type> types() {
        return types.values().stream();
    }

    /** The member where it is declared: the owner itself or the nearest supertype known here; empty when none of them has it. */
    Optional<Member> declarationOf(Member used) {
        return supertypesAndSelf(used.owner()).flatMap(type -> type.members().stream()).filter(used::hasSameSignature).findFirst();
    }

    /** All supertypes known here that fit, the class itself included, nearest first. */
    Stream<Type> supertypesAndSelf(String name) {
        Type type = types.get(name);
        return type == null ? Stream.empty()
                : Stream.concat(Stream.of(type), type.supertypes().stream().flatMap(this::supertypesAndSelf));
    }

    private static final class TypeReader extends ClassVisitor {
        private Type type;

        TypeReader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            List<String> supertypes = new ArrayList<>(List.of(interfaces));
            supertypes.add(0, superName);
            type = new Type(name, access, supertypes, new ArrayList<>());
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            type.members().add(new Member(type.name(), name, descriptor, access));
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            type.members().add(new Member(type.name(), name, descriptor, access));
            return null;
        }
    }
}
