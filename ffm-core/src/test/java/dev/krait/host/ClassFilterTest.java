package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.ClassFilter;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassFilterTest {
    private final Python python = Python.start();

    @AfterEach
    void allowAll() {
        python.classFilter(ClassFilter.all());
    }

    @Test
    void restrictedNamesNoClassButServesObjects() {
        python.classFilter(ClassFilter.restricted());
        assertThrows(PythonException.class, () -> python.exec("from java.util import BitSet"));
        PyObject size = python.eval("lambda o: o.size()");
        assertEquals(1, size.call(new ArrayList<>(List.of(1))).toJava());
        PyObject type = python.eval("lambda o: o.getClass()");
        assertThrows(PythonException.class, () -> type.call(new ArrayList<>()));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Scriptable {
    }

    /** Some of its members are for scripts. */
    public static class Account {
        @Scriptable
        public int balance = 3;
        public int limit = 4;

        @Scriptable
        public Account() {}

        public Account(int limit) {
            this.limit = limit;
        }

        @Scriptable
        public String owner() {
            return "ada";
        }

        public void close() {
            throw new AssertionError();
        }
    }

    @Test
    void aPolicyChoosesMembersByTheirAnnotation() {
        python.classFilter(ClassFilter.all().withMembers(ClassFilter.annotated(Scriptable.class)));
        PyObject use = python.eval("lambda o: (o.owner(), o.balance, str(o) != '')");
        assertEquals(List.of("ada", 3, true), use.call(new Account()).toJava());
        for (String refused : List.of("o.close()", "o.limit", "setattr(o, 'limit', 5)",
                "type(o)(5)")) {
            PyObject wrong = python.eval("lambda o: " + refused);
            PythonException error = assertThrows(PythonException.class,
                    () -> wrong.call(new Account()), refused);
            assertTrue(List.of("AttributeError", "TypeError").contains(error.typeName()),
                    error.getMessage());
        }
        PyObject made = python.eval("lambda o: type(o)().owner()");
        assertEquals("ada", made.call(new Account()).toJava());
        assertEquals(1,
                python.eval("lambda o: o.size()").call(new ArrayList<>(List.of(1))).toJava());
    }

    @Test
    void aPredicateChoosesByName() {
        python.classFilter(name -> name.startsWith("java.util."));
        python.exec("from java.util import BitSet; BitSet()");
        assertThrows(PythonException.class, () -> python.exec("from java.io import File"));
    }

    @Test
    void aNamespaceHasOneOfItsOwn() throws Exception {
        String script = "from java.util import BitSet";
        try (Namespace free = python.newNamespace();
                Namespace confined = python.newNamespace(ClassFilter.restricted())) {
            for (int i = 0; i < 2; i++) {
                free.exec(script);
                assertThrows(PythonException.class, () -> confined.exec(script));
            }
            confined.exec("def named():\n    " + script + "\n    return BitSet().size()");
            PyObject named = Objects.requireNonNull(confined.get("named"));
            assertThrows(PythonException.class, named::call);
            Callable<?> callable = named.as(Callable.class);
            assertThrows(PythonException.class, callable::call);
            assertThrows(ExecutionException.class,
                    () -> CompletableFuture.supplyAsync(() -> named.call().toJava()).get());
            free.set("named", callable);
            assertThrows(PythonException.class, () -> free.exec("named.call()"));
            assertEquals(64, free.eval(script + "\nBitSet().size()").toJava());
        }
    }

    @Test
    void whatComesOutOfANamespaceStaysUnderItsFilterWhenTheNamespaceIsGone() {
        Iterator<?> values;
        try (Namespace confined = python.newNamespace(ClassFilter.restricted())) {
            values = confined.eval("(__import__('java.util').util.BitSet for _ in range(3))")
                    .as(Iterator.class);
        }
        System.gc();
        assertThrows(PythonException.class, values::next);
    }

    @Test
    void theFilterOfTheProcessBoundsIt() {
        python.classFilter(name -> name.startsWith("java.util."));
        try (Namespace confined = python.newNamespace(name -> name.endsWith("e"))) {
            confined.exec("from java.util import Locale");
            assertThrows(PythonException.class,
                    () -> confined.exec("from java.util import BitSet"));
            assertThrows(PythonException.class,
                    () -> confined.exec("from java.time import LocalDate"));
        }
    }
}
