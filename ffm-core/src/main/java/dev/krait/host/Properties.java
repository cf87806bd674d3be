package dev.krait.host;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** The bean properties of a class, named as {@code java.beans} names them. */
final class Properties {
    private Properties() {}

    static Map<String, Attribute> of(Class<?> type, Map<String, List<Method>> methods) {
        Map<String, Attribute> found = new LinkedHashMap<>();
        methods.forEach((name, overloads) -> {
            String property = name(name);
            Method getter = property == null ? null : getter(name, overloads);
            if (getter != null && property != null) {
                String capital = name.substring(name.startsWith("is") ? 2 : 3);
                List<Method> setters = methods.getOrDefault("set" + capital, List.of());
                found.putIfAbsent(property,
                        new PropertyAttribute(property,
                                new MethodGroup(name, type, List.of(getter)),
                                setters.isEmpty()
                                        ? null
                                        : new MethodGroup("set" + capital, type, setters)));
            }
        });
        methods.forEach((name, overloads) -> {
            String property = name.startsWith("set") ? named(name, 3) : null;
            if (property != null && !found.containsKey(property)
                    && overloads.stream().anyMatch(Properties::isSetter)) {
                found.put(property, new PropertyAttribute(property, null,
                        new MethodGroup(name, type, overloads)));
            }
        });
        return found;
    }

    /** The components of a record by the names that patterns of Python read them by: {@code x()}. */
    static List<PropertyAttribute> ofRecord(Class<?> type, Map<String, List<Method>> methods) {
        List<PropertyAttribute> found = new ArrayList<>();
        RecordComponent[] components = type.isRecord() && Access.isOpen(type)
                ? type.getRecordComponents()
                : new RecordComponent[0];
        for (RecordComponent each : components) {
            if (!methods.getOrDefault(each.getName(), List.of()).contains(each.getAccessor())) {
                return List.of(); // one that the class filter refuses: the others would take its
                                  // place
            }
            found.add(new PropertyAttribute(each.getName() + "()",
                    new MethodGroup(each.getName(), type, List.of(each.getAccessor())), null));
        }
        return found;
    }

    private static boolean isSetter(Method method) {
        return method.getParameterCount() == 1 && method.getReturnType() == void.class
                && !Modifier.isStatic(method.getModifiers());
    }

    private static @Nullable Method getter(String name, List<Method> overloads) {
        for (Method each : overloads) {
            boolean fits = name.startsWith("is")
                    ? each.getReturnType() == boolean.class
                    : each.getReturnType() != void.class;
            if (each.getParameterCount() == 0 && fits && !Modifier.isStatic(each.getModifiers())) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable String name(String method) {
        return method.startsWith("is")
                ? named(method, 2)
                : method.startsWith("get") ? named(method, 3) : null;
    }

    /** The name behind a prefix of that length; null when that is none. */
    private static @Nullable String named(String method, int prefix) {
        String rest = method.substring(Math.min(prefix, method.length()));
        boolean word = rest.isEmpty() || (Character.isLowerCase(rest.charAt(0))
                && !Character.isUpperCase(rest.charAt(Math.min(1, rest.length() - 1))));
        if (word) { // getxAxis is a getter of xAxis, getaway and issue are none
            return null;
        }
        boolean acronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(0))
                && Character.isUpperCase(rest.charAt(1));
        return acronym ? rest : StringUtils.uncapitalize(rest);
    }
}
