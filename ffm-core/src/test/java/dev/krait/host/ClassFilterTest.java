package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.ClassFilter;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void aPredicateChoosesByName() {
        python.classFilter(name -> name.startsWith("java.util."));
        python.exec("from java.util import BitSet; BitSet()");
        assertThrows(PythonException.class, () -> python.exec("from java.io import File"));
    }
}
