package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.LARGE;
import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.THREAD;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Python;

/** Recursion inside CPython's own C code, on the stacks Java gives its threads. */
final class DepthScenarios {
    private static final String NESTED = """
            import sys
            def nested(depth):
                x = []
                for i in range(depth):
                    x = [x]
                return x
            def ends(action):
                try:
                    action()
                except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError):
                    pass
            """;
    private static final String ACTIONS = """
            import json, copy, pickle, ast, functools, operator
            x = nested(100000)
            ends(lambda: repr(x))
            ends(lambda: json.dumps(x))
            ends(lambda: json.loads('[' * 100000 + ']' * 100000))
            ends(lambda: copy.deepcopy(x))
            ends(lambda: pickle.dumps(x))
            ends(lambda: x == nested(100000))
            ends(lambda: compile('(' * 100000 + ')' * 100000, 'f', 'eval'))
            ends(lambda: compile('+'.join(['a'] * 100000), 'f', 'eval'))
            ends(lambda: compile('a' + '.b' * 100000, 'f', 'eval'))
            ends(lambda: compile('a' + '()' * 100000, 'f', 'eval'))
            ends(lambda: compile('if 1:\\n pass\\n' + 'elif 1:\\n pass\\n' * 30000, 'f', 'exec'))
            ends(lambda: ast.literal_eval('[' * 5000 + ']' * 5000))
            ends(lambda: isinstance(1, functools.reduce(lambda a, _: (a,), range(100000), str)))
            class Add:
                def __add__(self, other): return self + other
            ends(lambda: Add() + 1)
            class Repr:
                def __repr__(self): return repr(self)
            ends(lambda: repr(Repr()))
            class Get:
                def __getattr__(self, name): return getattr(self, name)
            ends(lambda: Get().x)
            class Call: pass
            Call.__call__ = Call()
            ends(lambda: Call()())
            def plain(): return plain()
            ends(plain)
            def mapped(x): return list(map(mapped, [x]))
            ends(lambda: mapped(1))
            def part(): return functools.partial(part)()
            ends(part)
            def generate(): yield from generate()
            ends(lambda: list(generate()))
            import re
            ends(lambda: re.compile('(' * 5000 + ')' * 5000))
            ends(lambda: re.match('(?:a|b)*$', 'a' * 100000))
            del x
            """;

    private DepthScenarios() {}

    /** CPython up to 3.10 adds to it in an int. */
    @Scenario(on = {MAIN, SMALL})
    static void theGreatestLimitThereIs() {
        Python.start()
                .exec("""
                        import sys
                        sys.setrecursionlimit(2 ** 31 - 1)
                        x = []
                        for _ in range(100000): x = [x]
                        try:
                            repr(x)
                        except RecursionError:
                            pass
                        if sys.version_info < (3, 11):  # later ones recurse on the heap, until memory is gone
                            def endless(): return endless()
                            try:
                                endless()
                            except RecursionError:
                                pass
                        """);
        Check.works();
    }

    @Scenario(on = {MAIN, SMALL, VIRTUAL, PYTHON})
    static void deepValuesAndDeepSource() {
        Python.start().exec(NESTED + ACTIONS);
        Check.works();
    }

    @Scenario(on = {MAIN, SMALL, VIRTUAL, PYTHON})
    static void theSameWithARaisedLimit() {
        Python.start().exec(NESTED + "sys.setrecursionlimit(10**6)\n" + ACTIONS);
        Check.works();
    }

    /** The parser counts to 6000 by itself, whatever the stack: 700 KB. */
    @Scenario(on = {THREAD, VIRTUAL})
    static void deepSourceForTheParser() {
        Python.start().exec(NESTED + "ends(lambda: compile('-' * 100000 + '1', 'f', 'eval'))\n");
        Check.works();
    }

    /** A frame of list.sort takes 4 KB, which CPython counts as one level: small stacks are not safe from that. */
    @Scenario(on = LARGE)
    static void sortingInsideTheKeyFunction() {
        Python.start().exec(NESTED
                + "def sorting(x): return sorted([x], key=sorting)\nends(lambda: sorting(1))\n");
        Check.works();
    }

    @Scenario(on = {THREAD, SMALL})
    static void chainsOfObjectsThatDieTogether() {
        Python.start().exec("""
                class Node:
                    def __init__(self, next): self.next = next
                n = None
                for i in range(200000):
                    n = Node(n)
                del n
                import functools
                f = len
                for i in range(200000):
                    f = functools.partial(f)
                del f
                t = ()
                for i in range(200000):
                    t = (t, {1: t})
                del t
                """);
        Check.works();
    }
}
