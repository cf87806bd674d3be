package dev.krait.host;

import dev.krait.gil.Attachment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A public field. Reading and writing keeps the GIL, but where that may initialise the class. */
final class FieldAttribute implements Attribute {
    private final Field field;
    private final boolean isStatic;
    private final Parameter parameter;
    private @Nullable MethodHandle getter;
    private @Nullable MethodHandle setter;

    FieldAttribute(Field field) {
        this.field = field;
        isStatic = Modifier.isStatic(field.getModifiers());
        parameter = new Parameter(field.getType(), field.getGenericType());
    }

    @Override
    public String name() {
        return field.getName();
    }

    @Override
    public Class<?> owner() {
        return field.getDeclaringClass();
    }

    @Override
    public String toString() {
        return "field " + field.toGenericString();
    }

    @Override
    public long get(Attachment thread, long instance) throws Throwable {
        if (instance == 0 && !isStatic) {
            return 0;
        }
        Classes.checkLimits(field);
        Object target = isStatic ? null : Receivers.require(instance, field.getDeclaringClass());
        MethodHandle handle = getter;
        Object value = handle == null
                ? firstRead(thread, target)
                : (Object) handle.invokeExact(target);
        return Host.conversion().toPython(thread, value);
    }

    /** Without the GIL: it may initialise the class, or wait for a thread that does, and that may want the GIL. */
    private @Nullable Object firstRead(Attachment thread, @Nullable Object target)
            throws Throwable {
        MethodHandle handle = Access.getter(field);
        Object value = thread.outside(() -> (Object) handle.invokeExact(target));
        getter = handle;
        return value;
    }

    @Override
    public void set(Attachment thread, long instance, long value) throws Throwable {
        if (Modifier.isFinal(field.getModifiers())) {
            if (PropertyAttribute.isWhatItGives(this, thread, instance, value)) {
                return;
            }
            throw Refusal.attribute("field " + field.getName() + " of "
                    + LiveTypes.nameOf(field.getDeclaringClass()) + " is final");
        }
        Classes.checkLimits(field);
        Object target = isStatic ? null : Receivers.require(instance, field.getDeclaringClass());
        Object converted = parameter.convert(thread, Host.conversion(), value);
        if (setter == null) {
            setter = Access.setter(field);
        }
        MethodHandle handle = setter;
        if (isStatic) {
            thread.outside(() -> {
                handle.invokeExact(target, converted);
                return null;
            });
        } else {
            handle.invokeExact(target, converted);
        }
    }
}
