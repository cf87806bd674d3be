package dev.krait.host;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Methods that are known neither to block nor to call back: the GIL is kept while they run. */
final class Leaves {
    private static final Set<Class<?>> CLASSES = Set.of(String.class, Integer.class, Long.class,
            Double.class, Float.class, Short.class, Byte.class, Character.class, Boolean.class,
            Math.class, StrictMath.class, StringBuilder.class);
    private static final int LONGEST = 4;
    private static final Set<Opcode> HARMLESS = Set.of(Opcode.ALOAD_0, Opcode.ALOAD_1,
            Opcode.ILOAD_1, Opcode.LLOAD_1, Opcode.FLOAD_1, Opcode.DLOAD_1, Opcode.GETFIELD,
            Opcode.PUTFIELD, Opcode.IRETURN, Opcode.LRETURN, Opcode.FRETURN, Opcode.DRETURN,
            Opcode.ARETURN, Opcode.RETURN, Opcode.ICONST_0, Opcode.ICONST_1, Opcode.ACONST_NULL,
            Opcode.LDC);

    private Leaves() {}

    /** Whether a method of the JDK is known as one. */
    static boolean contains(Method method) {
        return CLASSES.contains(method.getDeclaringClass()) && hasPlainParameters(method);
    }

    /**
     * Whether the code of a method does no more than read or write a field, or give a constant. Reads the class file,
     * which is worth its time for methods that are called often.
     */
    static boolean isTrivial(Method method) {
        Class<?> owner = method.getDeclaringClass();
        String name = owner.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        if (method.getParameterCount() > 1 || Modifier.isSynchronized(method.getModifiers())) {
            return false;
        }
        try (InputStream stream = owner.getResourceAsStream(file)) {
            return stream != null && isTrivial(ClassFile.of().parse(stream.readAllBytes()), method);
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isTrivial(ClassModel model, Method method) {
        MethodTypeDesc type = MethodType
                .methodType(method.getReturnType(), method.getParameterTypes()).describeConstable()
                .orElseThrow();
        for (MethodModel each : model.methods()) {
            if (each.methodName().equalsString(method.getName())
                    && each.methodTypeSymbol().equals(type)) {
                return each.code().map(Leaves::isTrivial).orElse(false);
            }
        }
        return false;
    }

    private static boolean isTrivial(CodeModel code) {
        List<Instruction> instructions = new ArrayList<>();
        code.forEach(each -> {
            if (each instanceof Instruction instruction) {
                instructions.add(instruction);
            }
        });
        return instructions.size() <= LONGEST
                && instructions.stream().allMatch(each -> HARMLESS.contains(each.opcode()));
    }

    /** Objects of unknown classes may run any code in their toString or equals. */
    private static boolean hasPlainParameters(Method method) {
        for (Class<?> each : method.getParameterTypes()) {
            if (!each.isPrimitive() && each != String.class) {
                return false;
            }
        }
        return true;
    }
}
