package dev.krait;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A Java type with its type arguments: {@code object.as(new TypeRef<List<Map<String, Long>>>() {})}.
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {
    private final Type type;

    /**
     * Made by an anonymous subclass, which records the type.
     *
     * @throws IllegalStateException when the subclass gives no type argument
     */
    protected TypeRef() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType known)
                || known.getRawType() != TypeRef.class) {
            throw new IllegalStateException(
                    "a TypeRef names its type: new TypeRef<List<String>>() {}");
        }
        type = known.getActualTypeArguments()[0];
    }

    /** The type. */
    public final Type type() {
        return type;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof TypeRef<?> reference && reference.type.equals(type);
    }

    @Override
    public final int hashCode() {
        return type.hashCode();
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }
}
