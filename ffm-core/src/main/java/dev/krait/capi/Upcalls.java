package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * C function pointers that run Java. They live for ever: CPython may keep one longer than anything of ours.
 *
 * <p>The target must let nothing escape: an exception that leaves an upcall ends the JVM.
 */
public final class Upcalls {
    private static final Map<String, Long> STUBS = new ConcurrentHashMap<>();

    private Upcalls() {}

    /**
     * The address of a C function that runs a static method: one for each method.
     *
     * @param lookup a lookup with access to the method
     * @param owner the class that has it
     * @param name its name; it must be the only method of that name
     * @param type its type, of {@code long}, {@code int}, {@code double} and void
     */
    public static long stub(MethodHandles.Lookup lookup, Class<?> owner, String name,
            MethodType type) {
        return STUBS.computeIfAbsent(owner.getName() + '.' + name,
                _ -> newStub(lookup, owner, name, type));
    }

    @SuppressWarnings("restricted") // the wall
    private static long newStub(MethodHandles.Lookup lookup, Class<?> owner, String name,
            MethodType type) {
        try {
            MethodHandle target = lookup.findStatic(owner, name, type);
            return Linker.nativeLinker().upcallStub(target, descriptor(type), Arena.global())
                    .address();
        } catch (ReflectiveOperationException absent) {
            throw new LinkageError("no static method " + owner.getName() + '.' + name + type,
                    absent);
        }
    }

    private static FunctionDescriptor descriptor(MethodType type) {
        MemoryLayout[] parameters = type.parameterList().stream().map(Upcalls::layout)
                .toArray(MemoryLayout[]::new);
        return type.returnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type.returnType()), parameters);
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == long.class) {
            return ValueLayout.JAVA_LONG;
        }
        if (type == int.class) {
            return ValueLayout.JAVA_INT;
        }
        if (type == double.class) {
            return ValueLayout.JAVA_DOUBLE;
        }
        throw new AssertionError("no C type for " + type);
    }
}
