package dev.krait.host;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
        return found;
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
        int prefix = method.startsWith("is") ? 2 : 3;
        if (method.length() <= prefix || !(method.startsWith("get") || method.startsWith("is"))
                || Character.isLowerCase(method.charAt(prefix))) {
            return null;
        }
        String rest = method.substring(prefix);
        boolean acronym = rest.length() > 1 && Character.isUpperCase(rest.charAt(0))
                && Character.isUpperCase(rest.charAt(1));
        return acronym ? rest : StringUtils.uncapitalize(rest);
    }
}
