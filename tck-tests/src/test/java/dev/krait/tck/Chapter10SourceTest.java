package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("10 Source text and the customs of Python scripts")
class Chapter10SourceTest {
    private final ScriptEngine engine = Engines.create();

    @ParameterizedTest(name = "10.1 source with CRLF, CR, a BOM, blanks around, a cookie, comments is understood [{index}]")
    @ValueSource(strings = {"x = 20\r\nx + 1", "x = 20\rx + 1", "\uFEFFx = 20\nx + 1",
            "\n\n  \nx = 20\nx + 1\n\n", "# -*- coding: latin-1 -*-\nx = 20\nx + 1",
            "x = 20\nx + 1  # the end", "x = 20\nx + 1\n# the end", "x = 20; x + 1",
            "    x = 20\n    x + 1", "  x + 1 if (x := 20) else 0", "x = 20\nx + 1;",
            "from __future__ import annotations\nx: int = 20\nx + 1"})
    void shapes(String source) throws ScriptException {
        assertEquals(21, engine.eval(source));
    }

    @Test
    @DisplayName("10.2 text in any script is understood, as names too")
    void unicode() throws ScriptException {
        assertEquals("\u4E2D\u6587\uD83D\uDC0D",
                engine.eval("\u53D8\u91CF = '\u4E2D\u6587\uD83D\uDC0D'\n\u53D8\u91CF"));
        assertEquals("\u4E2D\u6587\uD83D\uDC0D", engine.get("\u53D8\u91CF"));
    }

    @Test
    @DisplayName("10.3 __name__ is __main__, so a main guard runs")
    void mainGuard() throws ScriptException {
        assertEquals("ran", engine.eval("r = 'no'\nif __name__ == '__main__':\n    r = 'ran'\nr"));
    }

    @Test
    @DisplayName("10.4 import __main__ gives the script's own names")
    void importMain() throws ScriptException {
        assertEquals(5, engine.eval("import __main__\nmine = 5\n__main__.mine"));
        engine.eval("__main__.other = 6\ndel __main__.mine");
        assertEquals(6, engine.eval("other"));
        assertEquals(false, engine.eval("hasattr(__main__, 'mine')"));
        assertEquals(true, engine.eval("'other' in dir(__main__) and 'other' in vars(__main__)"));
    }

    @Test
    @DisplayName("10.5 each engine sees itself as __main__")
    void mainOfEachEngine() throws ScriptException {
        ScriptEngine other = Engines.create();
        engine.eval("import __main__\nwho = 'first'\ndef f(): return __main__.who");
        other.eval("import __main__\nwho = 'second'\ndef f(): return __main__.who");
        assertEquals("first", engine.eval("f()"));
        assertEquals("second", other.eval("f()"));
    }

    @Test
    @DisplayName("10.6 dataclasses work for what a script defines")
    void dataclasses() throws ScriptException {
        assertEquals("P(x=1, y=[2])", engine.eval("""
                from dataclasses import dataclass, field
                @dataclass(order=True)
                class P:
                    x: int
                    y: list = field(default_factory=list)
                repr(P(1, [2]))
                """));
        assertEquals("Q(x=1)", engine.eval("""
                from __future__ import annotations
                from dataclasses import dataclass
                from typing import ClassVar
                @dataclass
                class Q:
                    x: int
                    c: ClassVar[int] = 5
                repr(Q(1))
                """));
    }

    @Test
    @DisplayName("10.7 pickle works for what a script defines")
    void pickle() throws ScriptException {
        engine.eval("""
                import pickle
                class Point:
                    def __init__(self, x): self.x = x
                def double(x): return 2 * x
                data = pickle.dumps((Point(7), double))
                """);
        assertEquals(14, engine.eval("p, f = pickle.loads(data)\nf(p.x)"));
    }

    @Test
    @DisplayName("10.8 typing.get_type_hints resolves names of the script")
    void typeHints() throws ScriptException {
        assertEquals(true, engine
                .eval("""
                        import typing
                        class Node:
                            next: 'Node'
                        def f(n: 'Node') -> 'Node': return n
                        typing.get_type_hints(Node)['next'] is Node and typing.get_type_hints(f)['return'] is Node
                        """));
    }

    @Test
    @DisplayName("10.9 enums, named tuples, abstract classes, generators and decorators work")
    void otherDefinitions() throws ScriptException {
        assertEquals("Color.RED P(x=1) [0, 1, 4]", engine.eval("""
                import enum, collections, functools, abc
                class Color(enum.Enum):
                    RED = 1
                P = collections.namedtuple('P', 'x')
                class A(abc.ABC):
                    @abc.abstractmethod
                    def m(self): pass
                class B(A):
                    def m(self): return [i * i for i in range(3)]
                @functools.lru_cache
                def f(): return B().m()
                f'{Color.RED!s} {P(1)} {f()}'
                """));
    }

    @Test
    @DisplayName("10.10 FILENAME becomes __file__ and goes away with it")
    void fileAttribute() throws ScriptException {
        engine.put(ScriptEngine.FILENAME, "dir/job.py");
        assertEquals("dir/job.py", engine.eval("__file__"));
        engine.getBindings(ScriptContext.ENGINE_SCOPE).remove(ScriptEngine.FILENAME);
        assertTrue(Engines.failure(engine, "__file__").getMessage().startsWith("NameError"));
    }

    @Test
    @DisplayName("10.11 ARGV becomes sys.argv behind the file's name, for the eval")
    void arguments() throws ScriptException {
        engine.put(ScriptEngine.FILENAME, "job.py");
        engine.put(ScriptEngine.ARGV, new String[]{"-v", "in.csv"});
        assertEquals("job.py|-v|in.csv", engine.eval("import sys\n'|'.join(sys.argv)"));
        assertFalse(((String) Engines.create().eval("import sys\n'|'.join(sys.argv)"))
                .contains("in.csv"));
    }

    @Test
    @DisplayName("10.12 ARGV may be a list, of any values and null, and come from GLOBAL_SCOPE")
    void argumentsFromGlobalScope() throws ScriptException {
        Bindings global = new SimpleBindings();
        global.put(ScriptEngine.ARGV, Arrays.asList("a", 5, null));
        engine.setBindings(global, ScriptContext.GLOBAL_SCOPE);
        assertEquals("a|5|null", engine.eval("import sys\n'|'.join(sys.argv[1:])"));
    }

    @Test
    @DisplayName("10.13 keys javax.script.* are no globals of the script")
    void reservedKeys() throws ScriptException {
        engine.put(ScriptEngine.FILENAME, "x.py");
        assertEquals("x.py", engine.get(ScriptEngine.FILENAME));
        assertTrue(
                engine.getBindings(ScriptContext.ENGINE_SCOPE).containsKey(ScriptEngine.FILENAME));
        assertEquals(false, engine.eval("any('javax' in n for n in globals())"));
    }

    @Test
    @DisplayName("10.14 global statements, del, exec and eval of Python act on the script's names")
    void dynamicCode() throws ScriptException {
        engine.eval(
                "def f():\n    global made\n    made = 1\nf()\nexec('also = 2')\nthird = eval('made + also')");
        assertEquals(1, engine.get("made"));
        assertEquals(2, engine.get("also"));
        assertEquals(3, engine.get("third"));
    }

    @Test
    @DisplayName("10.15 asyncio.run, subprocess-free, works in an engine")
    void asyncio() throws ScriptException {
        assertEquals("done",
                engine.eval("import asyncio\nasync def main():\n    await asyncio.sleep(0)\n"
                        + "    return 'done'\nasyncio.run(main())"));
    }

    @Test
    @DisplayName("10.16 inspect.getsource and doctest find the text of a script")
    void inspect() throws ScriptException {
        assertEquals("def f(x):\n    return x + 1\n",
                engine.eval("import inspect\ndef f(x):\n    return x + 1\n\ninspect.getsource(f)"));
    }

    @Test
    @DisplayName("10.17 unittest.mock.patch of a builtin acts on the script")
    void mockBuiltins() throws ScriptException {
        assertEquals("mocked", engine.eval("""
                from unittest import mock
                with mock.patch('builtins.input', lambda *a: 'mocked'):
                    r = input()
                r
                """));
    }

    @Test
    @DisplayName("10.18 engine and context are names of the running script's own")
    void engineAndContext() throws ScriptException {
        engine.eval("def give(f): return f(context), f(engine)");
        SimpleScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.getBindings(ScriptContext.ENGINE_SCOPE),
                ScriptContext.ENGINE_SCOPE);
        Object[] seen = new Object[2];
        engine.put("keep", (java.util.function.UnaryOperator<Object>) value -> {
            seen[value instanceof ScriptEngine ? 1 : 0] = value;
            return null;
        });
        engine.eval("n = give(keep)", context);
        assertEquals(List.of(context, engine), List.of(seen));
        assertFalse(engine.getBindings(ScriptContext.ENGINE_SCOPE).containsKey("engine"));
    }

    @Test
    @DisplayName("10.22 engine and context choose an overload as the objects they stand for")
    void standInsAmongOverloads() throws ScriptException {
        Bindings names = new SimpleBindings();
        names.put("k", 7);
        assertEquals(7, engine.eval("engine.eval('k', context)", names));
    }

    @Test
    @DisplayName("10.19 a script may use the names engine and context for its own values")
    void ownEngineName() throws ScriptException {
        assertEquals("v8", engine.eval("engine = 'v8'\nengine"));
        engine.put("context", "mine");
        assertEquals("mine", engine.eval("context"));
    }

    @Test
    @DisplayName("10.20 blank lines before indented text count as lines")
    void linesOfIndentedText() throws ScriptException {
        assertEquals(7, engine.eval("\n\n    x = 7\nx"));
        assertEquals(4, Engines.failure(engine, "\n\n    x = 7\nundefined_name").getLineNumber());
        assertEquals(3, Engines.failure(engine, "\n\n    undefined_name\n").getLineNumber());
    }

    @Test
    @DisplayName("10.21 an engine works on after its script has cleared globals() or lost __builtins__")
    void clearedGlobals() throws ScriptException {
        engine.eval("x = 1\nglobals().clear()");
        assertEquals(List.of(3, "__main__"), engine.eval("[len('abc'), __name__]"));
        assertFalse(engine.getBindings(ScriptContext.ENGINE_SCOPE).containsKey("x"));
        engine.eval("del __builtins__");
        assertEquals(4, engine.eval("len('four')"));
    }
}
