package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Values nested a hundred thousand levels deep, through our own conversions and views. */
@SuppressWarnings("ReturnValueIgnored") // whether there is an answer is what is tried
final class NestingScenarios {
    private static final int DEPTH = 100_000;

    private NestingScenarios() {}

    private static void ends(String what, Check.Action action) {
        try {
            action.run();
            System.out.println(what + ": done");
        } catch (RuntimeException | StackOverflowError ended) {
            System.out.println(what + ": " + ended.getClass().getSimpleName() + " "
                    + String.valueOf(ended.getMessage()).lines().findFirst().orElse("").strip());
        } catch (Throwable other) {
            throw new AssertionError(what, other);
        }
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL})
    static void deepJavaValuesInPython() {
        Namespace names = Python.start().newNamespace();
        List<Object> list = new ArrayList<>();
        List<Object> same = new ArrayList<>();
        Map<Object, Object> map = new HashMap<>();
        Object[] array = new Object[1];
        Optional<Object> optional = Optional.empty();
        RuntimeException error = new RuntimeException("innermost");
        for (int i = 0; i < DEPTH; i++) {
            list = new ArrayList<>(List.of(list));
            same = new ArrayList<>(List.of(same));
            map = new HashMap<>(Map.of("k", map));
            array = new Object[]{array};
            optional = Optional.of(optional);
            error = new RuntimeException("at " + i, error);
        }
        names.set("list_", list);
        names.set("same", same);
        names.set("map_", map);
        names.set("array", array);
        names.set("optional", optional);
        RuntimeException thrown = error;
        names.set("fail", (Runnable) () -> {
            throw thrown;
        });
        for (String action : List.of("str(list_)", "repr(list_)", "list_ == same", "hash(list_)",
                "krait.py(list_)", "krait.py(map_)", "krait.py(array)", "krait.py(optional)",
                "str(map_)", "str(array)", "str(optional)", "hash(optional)", "optional == 1",
                "[list_, same] == [same, list_]", "copy.copy(list_)", "copy.deepcopy(list_)",
                "pickle.dumps(list_)", "json.dumps(list_)", "list(list_)", "map_ == {'k': map_}",
                "list_ in [same]", "list_.index(same)", "same.equals(list_)", "fail()",
                "sorted([list_, same], key=str)", "f'{map_}'", "bool(optional)", "list_[0] + [1]",
                "dict(map_)", "tuple(array)", "memoryview(array)")) {
            ends(action, () -> names.exec("import krait, copy, pickle, json\n" + action));
        }
    }

    @Scenario(on = {SMALL, PYTHON})
    static void deepPythonValuesInJava() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                def nest(wrap, x):
                    for i in range(100000): x = wrap(x)
                    return x
                lists = nest(lambda x: [x], [])
                tuples = nest(lambda x: (x,), ())
                dicts = nest(lambda x: {'k': x}, {})
                mixed = nest(lambda x: [{'k': (x,)}], [])
                iterators = nest(lambda x: iter([x]), iter([]))
                try:
                    error = None
                    for i in range(100000):
                        new = ValueError(i)
                        new.__cause__ = error
                        error = new
                except RecursionError:
                    pass
                def fail(): raise error
                """);
        for (String name : List.of("lists", "tuples", "dicts", "mixed", "iterators")) {
            PyObject object = Objects.requireNonNull(names.get(name));
            ends(name + " toJava", () -> object.toJava());
            ends(name + " Object.toString", () -> object.as(Object.class).toString());
            ends(name + " Object.hashCode", () -> object.as(Object.class).hashCode());
            ends(name + " Object.equals",
                    () -> object.as(Object.class).equals(names.get(name).as(Object.class)));
            ends(name + " PyObject.toString", object::toString);
            ends(name + " PyObject.equals", () -> object.equals(names.get(name)));
            ends(name + " as List of Lists", () -> object.as(new TypeRef<List<List<Object>>>() {
            }).toString());
            ends(name + " as array", () -> object.as(Object[][].class));
            ends(name + " as numbers", () -> object.as(double[].class));
            ends(name + " as text", () -> object.as(String.class));
            ends(name + " copied",
                    () -> new ArrayList<>((List<?>) object.as(List.class)).hashCode());
            ends(name + " streamed", () -> object.as(List.class).stream().toList().hashCode());
        }
        ends("hash", () -> names.get("lists").hashCode());
        ends("error", () -> names.exec("fail()"));
        names.set("seen", (java.util.function.Consumer<Object>) value -> value.hashCode());
        ends("callback", () -> names.exec("seen(lists)"));
        ends("callback of mixed", () -> names.exec("seen(mixed)"));
        names.exec("del lists, tuples, dicts, mixed, iterators, error");
        Check.works();
    }

    @Scenario(on = SMALL)
    static void valuesThatHoldThemselves() {
        Namespace names = Python.start().newNamespace();
        names.exec("x = []\nx.append(x)\ny = {}\ny['y'] = y\nz = [{'x': (x, y)}]\nx.append(z)");
        List<Object> own = new ArrayList<>();
        own.add(own);
        names.set("own", own);
        Map<Object, Object> map = new HashMap<>();
        map.put("own", own);
        own.add(map);
        names.set("map_", map);
        for (String name : List.of("x", "y", "z")) {
            PyObject object = Objects.requireNonNull(names.get(name));
            ends(name + " toString", () -> object.as(Object.class).toString());
            ends(name + " hashCode", () -> object.as(Object.class).hashCode());
            ends(name + " equals", () -> object.as(Object.class)
                    .equals(new ArrayList<>(List.of(object.as(Object.class)))));
        }
        for (String action : List.of("str(own)", "hash(own)", "own == [own]", "krait.py(own)",
                "krait.py(map_)", "str(map_)", "map_ == {'own': own}",
                "own.append(x)\nx.append(own)", "str(x)", "str(own)", "krait.py(own)", "own == own",
                "copy.deepcopy(x)")) {
            ends(action, () -> names.exec("import krait, copy\n" + action));
        }
    }
}
