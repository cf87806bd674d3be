package dev.krait.host;

import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Text;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code descriptions.py} asks of Java for help() and inspect. */
final class Descriptions {
    private static final List<String> ATTRIBUTES = List.of("__name__", "__qualname__", "__doc__",
            "__signature__", "__class__");
    private static final List<String> FUNCTIONS = List.of("member_name", "member_qualname",
            "member_doc", "member_signature", "member_class");

    /** What Python's protocols call, which no Java class has. */
    private static final Member OWN = new Member() {
        @Override
        public String name() {
            return "protocol";
        }

        @Override
        public Class<?> owner() {
            return Object.class;
        }
    };

    private Descriptions() {}

    static void define(Attachment thread) {
        HostPython.define(thread, "_declarations",
                (caller, args, _) -> Iteration.newList(caller, declarations(args)));
        HostPython.define(thread, "_member_name",
                (caller, args, _) -> Text.newText(caller, member(args).name()));
        HostPython.define(thread, "_member_owner",
                (caller, args, _) -> Text.newText(caller, LiveTypes.nameOf(member(args).owner())));
        HostPython.define(thread, "_class_text", Descriptions::classText);
        HostPython.define(thread, "_attribute_text", (caller, args, _) -> Text.newText(caller,
                String.valueOf(ObjectSlots.target(Natives.at(args, 0)))));
        HostPython.define(thread, "_is_hidden", (_, args, _) -> HostPython
                .truth(ObjectSlots.target(Natives.at(args, 0)) instanceof HiddenAttribute));
        HostPython.define(thread, "_is_property", (_, args, _) -> HostPython
                .truth(ObjectSlots.target(Natives.at(args, 0)) instanceof PropertyAttribute));
        HostPython.define(thread, "_is_writable",
                (_, args, _) -> HostPython.truth(
                        ObjectSlots.target(Natives.at(args, 0)) instanceof PropertyAttribute each
                                && each.setter() != null));
        HostPython.define(thread, "_why_hidden", Descriptions::whyHidden);
    }

    /** Attributes that Python expects of functions, each computed by one function of {@code descriptions.py}. */
    static TypeSpec addTo(TypeSpec spec) {
        return spec.getters(Upcall.pointers(Descriptions.class, "get", 3), ATTRIBUTES);
    }

    /** Two arguments in C; the third is none. */
    static long get(long self, long index, long unused) {
        Attachment thread = Upcall.enter();
        try {
            return Calls.call(thread, HostPython.function(FUNCTIONS.get((int) index)), self);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    private static Member member(long args) {
        return ObjectSlots.target(Natives.at(args, 0)) instanceof Member known ? known : OWN;
    }

    /** For each overload: text, "static" or nothing, result, parameters; with tabs between. */
    private static String[] declarations(long args) {
        return ObjectSlots.target(Natives.at(args, 0)) instanceof MethodGroup group
                ? group.executables().stream().map(Descriptions::line).toArray(String[]::new)
                : new String[0];
    }

    private static String line(Executable each) {
        String result = each instanceof Method method ? name(method.getGenericReturnType()) : "";
        String modifier = Modifier.isStatic(each.getModifiers()) ? "static" : "";
        String parameters = parameters(each).stream().map(one -> "\t" + one)
                .collect(Collectors.joining());
        return declaration(each) + "\t" + modifier + "\t" + result + parameters;
    }

    /** As javadoc has it: {@code static <T> List<T> of(T...)}. */
    private static String declaration(Executable executable) {
        String generic = executable.getTypeParameters().length == 0
                ? ""
                : Arrays.stream(executable.getTypeParameters()).map(Descriptions::name)
                        .collect(Collectors.joining(", ", "<", "> "));
        String head = executable instanceof Method method
                ? (Modifier.isStatic(method.getModifiers()) ? "static " : "") + generic
                        + name(method.getGenericReturnType()) + " " + method.getName()
                : generic + executable.getDeclaringClass().getSimpleName();
        String parameters = parameters(executable).stream().map(Descriptions::typeFirst)
                .collect(Collectors.joining(", ", "(", ")"));
        String thrown = Arrays.stream(executable.getGenericExceptionTypes()).map(Descriptions::name)
                .collect(Collectors.joining(", "));
        return head + parameters + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String typeFirst(String parameter) {
        int blank = parameter.indexOf(' ');
        return parameter.substring(blank + 1) + " " + parameter.substring(0, blank);
    }

    /** Each as name, blank, type. */
    private static List<String> parameters(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        return Arrays.stream(parameters).map(each -> {
            String type = name(each.getParameterizedType());
            return pythonName(each.getName()) + " "
                    + (each.isVarArgs() ? type.replaceFirst("\\[\\]$", "...") : type);
        }).toList();
    }

    private static String pythonName(String name) {
        return Members.isKeyword(name) ? name + "_" : name;
    }

    /** A type without the packages of what it is made of. */
    private static String name(Type type) {
        return type.getTypeName().replaceAll("\\b(?:[a-z_][\\w]*\\.)+", "").replace('$', '.');
    }

    private static long classText(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(Natives.at(args, 0));
        if (mirror == null) {
            return HostPython.none();
        }
        Class<?> type = mirror.type();
        String constructors = Access.isOpen(type)
                ? Arrays.stream(type.getConstructors()).map(Descriptions::declaration)
                        .collect(Collectors.joining("\n"))
                : "";
        return Text.newText(thread,
                type.toGenericString() + (constructors.isEmpty() ? "" : "\n\n" + constructors));
    }

    /** {@code _why_hidden(type, name)}: text; None where there is no such member at all. */
    private static long whyHidden(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(Natives.at(args, 0));
        HiddenAttribute hidden = mirror == null
                ? null
                : HiddenAttribute.all(mirror.type()).get(Text.read(Natives.at(args, 1)));
        return hidden == null ? HostPython.none() : Text.newText(thread, hidden.toString());
    }

}
