package dev.krait.host;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of java.lang.Class, which classes have in Python where their own members leave the name free. */
final class ClassMembers {
    private static final Map<String, MethodGroup> GROUPS = new HashMap<>();

    private ClassMembers() {}

    /** Null when Class has no such method. Callers hold the GIL. */
    static @Nullable MethodGroup group(String name) {
        if (GROUPS.isEmpty()) {
            Map<String, List<Method>> byName = Members.methodsOf(Class.class).stream()
                    .collect(Collectors.groupingBy(Method::getName));
            byName.forEach((each, methods) -> GROUPS.put(each,
                    new MethodGroup(each, Class.class, methods)));
        }
        return GROUPS.get(name);
    }
}
