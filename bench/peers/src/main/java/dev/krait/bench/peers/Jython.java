package dev.krait.bench.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.python.core.CompileMode;
import org.python.core.CompilerFlags;
import org.python.core.Py;
import org.python.core.PyCode;
import org.python.core.PyObject;
import org.python.util.PythonInterpreter;

/** Jython through its own API. */
final class Jython implements Peer {
    private final PythonInterpreter interpreter = new PythonInterpreter();

    @Override
    public void exec(String source) {
        interpreter.exec(source);
    }

    @Override
    public Object function(String name) {
        return interpreter.get(name);
    }

    @Override
    public Object call(Object function, Object... arguments) {
        return ((PyObject) callRaw(function, arguments)).__tojava__(Object.class);
    }

    @Override
    public Object callRaw(Object function, Object... arguments) {
        PyObject[] converted = new PyObject[arguments.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = Py.java2py(arguments[i]);
        }
        return ((PyObject) function).__call__(converted);
    }

    @Override
    public Object callByName(String name) {
        return call(interpreter.get(name));
    }

    @Override
    public Object eval(String expression) {
        return interpreter.eval(expression).__tojava__(Object.class);
    }

    @Override
    public Object compile(String expression) {
        return Py.compile_flags(expression, "<bench>", CompileMode.eval, new CompilerFlags());
    }

    @Override
    public Object run(Object code) {
        return interpreter.eval((PyCode) code).__tojava__(Object.class);
    }

    @Override
    public List<?> toList(Object list) {
        return new ArrayList<>((List<?>) list);
    }

    @Override
    public Map<?, ?> toMap(Object dict) {
        return new HashMap<>((Map<?, ?>) dict);
    }
}
