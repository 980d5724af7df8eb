package org.intercomjira.acceptance.jar;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Every class and member that some bytecode refers to, whoever owns it. */
final class References {
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<Member> members = new LinkedHashSet<>();

    /** Internal names of the classes: in code, signatures and annotations. */
    Set<String> classes() {
        return classes;
    }

    /** Members called, read or written; the method of a functional interface that a lambda implements is one of them. */
    Set<Member> members() {
        return members;
    }

    void collectFrom(byte[] bytecode) {
        Remapper collector = new Remapper() {
            @Override
            public String map(String internalName) {
                classes.add(internalName);
                return internalName;
            }
        };
        ClassVisitor nothing = new ClassVisitor(Opcodes.ASM9) {
        };
        new ClassReader(bytecode).accept(new ClassRemapper(new MemberReader(nothing), collector), ClassReader.EXPAND_FRAMES);
    }

    private final class MemberReader extends ClassVisitor {
        MemberReader(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new CodeReader();
        }
    }

    private final class CodeReader extends MethodVisitor {
        CodeReader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            members.add(new Member(owner, name, descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            members.add(new Member(owner, name, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                String implemented = Type.getReturnType(descriptor).getInternalName();
                members.add(new Member(implemented, name, ((Type) arguments[0]).getDescriptor()));
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    members.add(new Member(handle.getOwner(), handle.getName(), handle.getDesc()));
                }
            }
        }
    }
}
