package dev.krait.tck.fuzz;

import java.util.List;
import java.util.Random;

/** Source text for the players. */
final class Texts {
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> EXPRESSIONS = List.of("1", "None", "'text'", "2.5",
            "[1, 2, 3]", "{'k': [1], 2: 'v'}", "(1, (2, 3))", "{1, 2}", "b'bytes'", "10**30",
            "lambda x=0: x", "[object() for i in range(20)]", "iter([1, 2, 3])",
            "(i for i in range(5))", "range(10)", "bytearray(100)", "1 / 0", "unknown_name",
            "__import__('datetime').datetime(2020, 1, 2)", "__import__('decimal').Decimal('1.5')",
            "str(globals().get('a'))", "repr(globals().get('b'))", "globals().get('c')",
            "list(globals().get('d') or [])", "globals().get('a') == globals().get('b')",
            "hash(globals().get('e'))", "type('T', (), {})()", "sorted([3, 1, 2])",
            "[globals().get('a'), globals().get('b')]", "ValueError('kept')", "len");
    private static final List<String> STATEMENTS = List.of("a = [1, 2]",
            "b = {'x': a} if 0 else {}", "c = lambda: 1", "d = [i for i in range(100)]",
            "e = object()", "del a", "del b", "import threading, json",
            "raise ValueError('on purpose')", "raise KeyError",
            "class A:\n  def __del__(self): pass\na = A()\na.me = a",
            "def f(n): return n if n == 0 else f(n - 1)\nf(50)", "def r(): return r()\nr()",
            "for i in range(1000): pass", "a = b = c = d = e = None", "syntax error here",
            "import sys; sys.exit(3)", "import time; time.sleep(0.001)",
            "try:\n  c()\nexcept Exception as x:\n  e = x", "print(end='')",
            "x = []\nfor i in range(3000): x = [x]\nd = x",
            "import weakref\nclass W: pass\na = W()\nb = weakref.ref(a)");

    private Texts() {}

    static String name(Random random) {
        return some(random, NAMES);
    }

    static String expression(Random random) {
        return some(random, EXPRESSIONS);
    }

    static String statement(Random random) {
        return some(random, STATEMENTS);
    }

    private static String some(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
