package dev.krait.tck.crash.other;

import dev.krait.Namespace;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What a class loader leaves to Python when it is dropped: objects, functions, types, callbacks, a thread. */
public final class Legacy implements Callable<String> {
    private static final String LEAVE = """
            import atexit, sys, threading, weakref
            from java.lang import IllegalStateException, Runnable
            from java.util import ArrayList

            class Implemented(Runnable):
                def run(self): pass

            class Died:
                def __init__(self, then): self.then = then
                def __del__(self): self.then('died')

            def looping():
                while not sys.legacy_stop:
                    try:
                        sys.legacy_turns.append(twice(1))
                    except Exception as refused:
                        sys.legacy_turns.append(refused)
                    threading.Event().wait(0.005)

            class Key: pass

            try:
                fail('x')
            except Exception as thrown:
                raised = thrown
            key = Key()
            sys.legacy = dict(
                list=values, map=table, bean=bean, function=twice, method=values.add, type=ArrayList, exception=IllegalStateException,
                raised=raised, array=numbers, iterator=iter(values), subclass=Implemented, instance=Implemented(),
                bound=bean.getName, implemented=krait_callable, weak=weakref.ref(key, lambda gone: twice(2)), fail=fail,
                dying=Died(twice), closure=lambda: [twice(x) for x in values], exiting=fail)
            sys.legacy_weak = weakref.finalize(key, twice, 'final')
            sys.legacy_key = key
            sys.legacy_turns, sys.legacy_stop = [], False
            atexit.register(twice, 'at exit')
            atexit.register(fail, 'at exit')
            atexit.register(lambda: print('exit functions of a dropped loader:', len(values)))
            threading.Thread(target=looping).start()
            """;

    /** A class that only this loader knows. */
    public static final class Bean {
        private String name = "bean";

        /** Made here. */
        public Bean() {}

        /** A property. */
        public String getName() {
            return name;
        }

        /** Sets it. */
        public void setName(String given) {
            name = given;
        }

        /** Something that needs a class nobody loaded before. */
        public String late() {
            return new Late().toString();
        }
    }

    /** Not loaded while its loader was open. */
    static final class Late {
        @Override
        public String toString() {
            return "late";
        }
    }

    /** Made by reflection. */
    public Legacy() {}

    @Override
    public String call() {
        Namespace names = Python.start().newNamespace();
        names.set("values", new ArrayList<>(List.of(1, "two", 3.0)));
        names.set("table", new HashMap<>(java.util.Map.of("one", 1)));
        names.set("bean", new Bean());
        names.set("numbers", new int[]{1, 2, 3});
        names.set("twice", (Function<Object, Object>) any -> any + "" + any);
        names.set("fail", (Function<Object, Object>) any -> {
            throw new IllegalStateException("on purpose: " + any);
        });
        names.set("krait_callable", (Runnable) () -> new Bean().setName("other"));
        names.exec(LEAVE);
        return "left";
    }
}
