package dev.krait.host;

import dev.krait.capi.DictApi;
import dev.krait.gil.Attachment;
import dev.krait.op.Names;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** The public members of a class by the names Python sees: methods, then fields, nested classes, bean properties. */
final class Members {
    private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as",
            "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
            "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");
    private final Class<?> type;
    private final Map<String, List<Method>> methods = new LinkedHashMap<>();

    private Members(Class<?> type) {
        this.type = type;
    }

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** A dict of descriptors by name: owned. */
    static long newDict(Attachment thread, Class<?> type) {
        Map<String, Long> made = new Members(type).make();
        long dict = Raise.check(DictApi.newDict());
        made.forEach((name, descriptor) -> {
            if (!isOfPython(name)) {
                put(thread, dict, name, descriptor);
            }
            if (KEYWORDS.contains(name) && !made.containsKey(name + "_")) {
                put(thread, dict, name + "_", descriptor);
            }
            Counts.release(descriptor);
        });
        return dict;
    }

    /** The methods of a class that can be called, those of inaccessible classes by way of their supertypes. */
    static List<Method> methodsOf(Class<?> type) {
        Set<Class<?>> sources = new LinkedHashSet<>();
        if (Access.isOpen(type) && !Proxy.isProxyClass(type)) {
            sources.add(type);
        } else {
            ClassUtils.getAllSuperclasses(type).stream()
                    .filter(each -> Access.isOpen(each) && each != Proxy.class).findFirst()
                    .ifPresent(sources::add);
            ClassUtils.getAllInterfaces(type).stream().filter(Access::isOpen).forEach(sources::add);
        }
        if (type.isInterface()) {
            sources.add(Object.class);
        }
        Map<List<Object>, Method> bySignature = new LinkedHashMap<>();
        for (Class<?> source : sources) {
            for (Method each : source.getMethods()) {
                boolean inherited = source != type && Modifier.isStatic(each.getModifiers())
                        && source.isInterface();
                if (!inherited) {
                    bySignature.merge(List.of(each.getName(), List.of(each.getParameterTypes())),
                            each, Members::better);
                }
            }
        }
        return List.copyOf(bySignature.values());
    }

    private Map<String, Long> make() {
        List<java.lang.reflect.Member> refused = new ArrayList<>();
        for (Method each : methodsOf(type)) {
            if (!Classes.isAllowed(each)) {
                refused.add(each);
                continue;
            }
            methods.computeIfAbsent(each.getName(), _ -> new ArrayList<>()).add(each);
        }
        Map<String, Long> made = new LinkedHashMap<>();
        methods.forEach((name, overloads) -> made.put(name,
                MethodSlots.newMethod(new MethodGroup(name, owner(overloads), overloads))));
        if (Access.isOpen(type)) {
            Set<String> fields = new HashSet<>(); // those of the class itself come first
            for (Field each : type.getFields()) {
                if (!Classes.isAllowed(each)) {
                    refused.add(each);
                } else if (Access.isReachable(each) && fields.add(each.getName())) {
                    made.compute(each.getName(), (_, there) -> newField(each, there));
                }
            }
            for (Class<?> each : type.getClasses()) {
                if (Access.isOpen(each)) {
                    made.computeIfAbsent(each.getSimpleName(),
                            _ -> AttributeSlots.newAttribute(new NestedAttribute(each)));
                }
            }
        }
        Properties.of(type, methods).forEach((name, property) -> made.computeIfAbsent(name,
                _ -> AttributeSlots.newAttribute(property)));
        Properties.ofRecord(type, methods)
                .forEach(each -> made.put(each.name(), AttributeSlots.newAttribute(each)));
        for (java.lang.reflect.Member each : refused) {
            made.computeIfAbsent(each.getName(),
                    _ -> AttributeSlots.newAttribute(new HiddenAttribute(each)));
        }
        HiddenAttribute.of(type).forEach((name, hidden) -> made.computeIfAbsent(name,
                _ -> AttributeSlots.newAttribute(hidden)));
        return made;
    }

    /** Names by which Python itself works, which classes of Jython have as well: not to be given to a Python type. */
    private static boolean isOfPython(String name) {
        return name.startsWith("__") && name.endsWith("__");
    }

    /** A field, unless there is what goes before it. */
    private long newField(Field field, @Nullable Long there) {
        if (there == null) {
            return AttributeSlots.newAttribute(new FieldAttribute(field));
        }
        boolean beside = !Modifier.isStatic(field.getModifiers())
                && methods.getOrDefault(field.getName(), List.of()).stream()
                        .allMatch(each -> Modifier.isStatic(each.getModifiers()));
        return beside
                ? AttributeSlots
                        .newAttribute(new FieldBesideStatics(new FieldAttribute(field), there))
                : there;
    }

    /** Lambdas and proxies share their types: any object with the interface will do. */
    private Class<?> owner(List<Method> overloads) {
        return type.isHidden() || Proxy.isProxyClass(type)
                ? overloads.getFirst().getDeclaringClass()
                : type;
    }

    private static Method better(Method one, Method two) {
        if (one.isBridge() != two.isBridge()) {
            return one.isBridge() ? two : one;
        }
        boolean narrower = one.getReturnType() != two.getReturnType()
                && one.getReturnType().isAssignableFrom(two.getReturnType());
        return narrower ? two : one;
    }

    private static void put(Attachment thread, long dict, String name, long descriptor) {
        long key = Names.newName(thread, name);
        try {
            Raise.checkStatus(DictApi.setItem(dict, key, descriptor));
        } finally {
            Counts.release(key);
        }
    }
}
