package org.intercomjira.acceptance.jar;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** The classes of a JAR that Spring Scanner's annotations stand on. */
final class AnnotatedPlaces {
    private final Set<String> components = new HashSet<>();
    private final Set<String> exported = new HashSet<>();

    Set<String> components() {
        return components;
    }

    Set<String> exported() {
        return exported;
    }

    void collectFrom(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        String name = Member.className(reader.getClassName());
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                switch (descriptor) {
                    case "Lorg/springframework/stereotype/Component;" -> components.add(name);
                    case "Lcom/atlassian/plugin/spring/scanner/annotation/export/ExportAsService;" -> exported.add(name);
                    default -> { }
                }
                return null;
            }
        }, ClassReader.SKIP_CODE);
    }
}
