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

    /** Attributes that Python expects of functions, each computed by one function of {@code descriptions.py}. */
    static TypeSpec addTo(TypeSpec spec) {
        return spec.getters(Upcall.words(Descriptions.class, "get", 3), ATTRIBUTES);
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

    static long memberName(Attachment thread, long args) {
        return Text.newText(thread, member(args).name());
    }

    static long memberOwner(Attachment thread, long args) {
        return Text.newText(thread, LiveTypes.nameOf(member(args).owner()));
    }

    static long attributeText(Attachment thread, long args) {
        return Text.newText(thread, String.valueOf(ObjectSlots.target(Natives.at(args, 0))));
    }

    static long isHidden(long args) {
        return HostPython.truth(ObjectSlots.target(Natives.at(args, 0)) instanceof HiddenAttribute);
    }

    static long isProperty(long args) {
        return HostPython
                .truth(ObjectSlots.target(Natives.at(args, 0)) instanceof PropertyAttribute);
    }

    static long isWritable(long args) {
        return HostPython
                .truth(ObjectSlots.target(Natives.at(args, 0)) instanceof PropertyAttribute each
                        && each.setter() != null);
    }

    private static Member member(long args) {
        return ObjectSlots.target(Natives.at(args, 0)) instanceof Member known ? known : OWN;
    }

    /** A list of, for each overload: text, "static" or nothing, result, parameters; with tabs between. */
    static long declarations(Attachment thread, long args) {
        String[] lines = ObjectSlots.target(Natives.at(args, 0)) instanceof MethodGroup group
                ? group.executables().stream().map(Descriptions::line).toArray(String[]::new)
                : new String[0];
        return Iteration.newList(thread, lines);
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

    static long classText(Attachment thread, long args) {
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
    static long whyHidden(Attachment thread, long args) {
        Mirror mirror = Mirror.ofType(Natives.at(args, 0));
        HiddenAttribute hidden = mirror == null
                ? null
                : HiddenAttribute.all(mirror.type()).get(Text.read(Natives.at(args, 1)));
        return hidden == null ? HostPython.none() : Text.newText(thread, hidden.toString());
    }

}
