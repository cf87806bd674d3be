package dev.krait.tck.fuzz;

import dev.krait.Hold;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import javax.script.Compilable;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** What a player may do; the outcome is checked where it is known. */
enum Move {
    EVAL {
        @Override
        void play(Player player) {
            player.table.put(player.random, names(player).eval(Texts.expression(player.random)));
        }
    },
    EVAL_TO_JAVA {
        @Override
        void play(Player player) {
            player.table.put(player.random,
                    names(player).eval(Texts.expression(player.random)).toJava());
        }
    },
    EXEC {
        @Override
        void play(Player player) {
            names(player).exec(Texts.statement(player.random));
        }
    },
    SET {
        @Override
        void play(Player player) {
            names(player).set(Texts.name(player.random), player.table.withoutNames(player.random));
        }
    },
    GET {
        @Override
        void play(Player player) {
            player.table.put(player.random, names(player).get(Texts.name(player.random)));
        }
    },
    CALL {
        @Override
        void play(Player player) {
            PyObject function = names(player).eval("lambda x, y=1: (x, y)");
            function.call(player.table.any(player.random), player.table.any(player.random));
            int i = player.random.nextInt(1000);
            int twice = Objects
                    .requireNonNull(names(player).eval("lambda i: 2 * i").callAs(Integer.class, i));
            require(twice == 2 * i, "2 * " + i + " is " + twice);
        }
    },
    CALL_BACK {
        @Override
        void play(Player player) {
            try (Namespace names = Python.start().newNamespace()) {
                names.set("move", (Runnable) player::move);
                names.set("plus", (IntUnaryOperator) i -> i + 1);
                names.exec("def f(i):\n  move()\n  return plus(i)");
                int sum = Objects.requireNonNull(
                        names.eval("sum(f(i) for i in range(5))").as(Integer.class));
                require(sum == 15, "the sum is " + sum);
            }
        }
    },
    CALL_ANY {
        @Override
        void play(Player player) {
            PyObject object = player.table.any(player.random, PyObject.class);
            if (object != null && object.isCallable()) {
                object.call();
            }
        }
    },
    CONVERT {
        private static final List<Class<?>> TYPES = List.of(Object.class, String.class,
                Integer.class, List.class, Map.class, int[].class, double[].class, byte[].class,
                Runnable.class, Callable.class, Iterable.class, Number.class, boolean.class,
                PyObject.class);

        @Override
        void play(Player player) {
            PyObject object = player.table.any(player.random, PyObject.class);
            if (object != null) {
                player.table.put(player.random,
                        object.as(TYPES.get(player.random.nextInt(TYPES.size()))));
            }
        }
    },
    CLOSE {
        @Override
        void play(Player player) {
            PyObject object = player.table.any(player.random, PyObject.class);
            if (object != null) {
                object.close();
                require(object.isClosed(), "open after close");
            }
        }
    },
    NEW_NAMESPACE {
        @Override
        void play(Player player) {
            player.table.put(player.random, Python.start().newNamespace());
        }
    },
    CLOSE_NAMESPACE {
        @Override
        void play(Player player) {
            Namespace names = player.table.any(player.random, Namespace.class);
            if (names != null) {
                names.close();
            }
        }
    },
    NEW_ENGINE {
        @Override
        void play(Player player) {
            player.table.put(player.random, new ScriptEngineManager().getEngineByName("cpython"));
        }
    },
    ENGINE_EVAL {
        @Override
        void play(Player player) throws Exception {
            ScriptEngine engine = engine(player);
            engine.put(Texts.name(player.random), player.table.withoutNames(player.random));
            player.table.put(player.random, engine.eval(Texts.expression(player.random)));
            engine.eval(Texts.statement(player.random));
            player.table.put(player.random, engine.get(Texts.name(player.random)));
        }
    },
    ENGINE_CALL {
        @Override
        void play(Player player) throws Exception {
            ScriptEngine engine = engine(player);
            engine.eval("def fuzz_twice(i): return 2 * i\ndef fuzz_move(f): f()");
            int i = player.random.nextInt(1000);
            Object twice = ((Invocable) engine).invokeFunction("fuzz_twice", i);
            require(twice.equals(2 * i), "2 * " + i + " is " + twice);
            ((Invocable) engine).invokeFunction("fuzz_move", (Runnable) player::move);
        }
    },
    COMPILE {
        @Override
        void play(Player player) throws Exception {
            var script = ((Compilable) engine(player)).compile("fuzz_c = 6 * 7\nfuzz_c");
            require(script.eval().equals(42), "not 42");
            require(script.eval(new javax.script.SimpleBindings()).equals(42), "not 42");
        }
    },
    BINDINGS {
        @Override
        void play(Player player) {
            var bindings = engine(player).getBindings(javax.script.ScriptContext.ENGINE_SCOPE);
            for (Map.Entry<String, Object> each : bindings.entrySet()) {
                player.table.put(player.random, each.getValue());
            }
            bindings.remove(Texts.name(player.random));
        }
    },
    IMPLEMENT {
        @Override
        void play(Player player) {
            names(player).set("fuzz_back", (Runnable) player::move);
            UnaryOperator<?> operator = names(player).eval("lambda x: (fuzz_back(), x)[1]")
                    .as(UnaryOperator.class);
            player.table.put(player.random, operator);
            Object _ = operator.apply(null);
        }
    },
    VIEW {
        @Override
        @SuppressWarnings("unchecked") // a list of anything
        void play(Player player) {
            List<Object> list = player.table.any(player.random, List.class);
            if (list != null && list.size() < 1000) {
                list.add(player.random.nextInt());
                list.sort(java.util.Comparator.comparing(String::valueOf));
                list.remove(0);
            }
            Map<Object, Object> map = player.table.any(player.random, Map.class);
            if (map != null && map.size() < 1000) {
                map.put(Texts.name(player.random), player.random.nextInt());
                map.keySet().removeIf(key -> player.random.nextInt(10) == 0);
            }
        }
    },
    ASK {
        @Override
        void play(Player player) {
            Object one = player.table.any(player.random);
            Object two = player.table.any(player.random);
            if (one != null) {
                boolean _ = one.equals(two);
                int _ = one.hashCode();
                String _ = one.toString();
            }
        }
    },
    ITERATE {
        @Override
        void play(Player player) {
            Iterable<?> some = player.table.any(player.random, Iterable.class);
            int count = 0;
            if (some != null) {
                for (Object each : some) {
                    player.table.put(player.random, each);
                    if (count++ > 20) {
                        break;
                    }
                }
            }
        }
    },
    ARRAYS {
        @Override
        void play(Player player) {
            try (Namespace names = Python.start().newNamespace()) {
                names.set("a", new int[]{1, 2, 3});
                names.set("b", new byte[]{4, 5});
                names.set("c", java.nio.ByteBuffer.allocateDirect(16).put(0, (byte) 7));
                int sum = Objects
                        .requireNonNull(names.eval("sum(a) + sum(b) + c[0]").as(Integer.class));
                require(sum == 22, "the sum is " + sum);
                player.table.put(player.random, names.eval("memoryview(a)"));
                player.table.put(player.random, names.eval("memoryview(c)[2:]").toJava());
            }
        }
    },
    INTERRUPT {
        @Override
        void play(Player player) {
            List<Thread> threads = List.copyOf(player.table.interruptible);
            if (!threads.isEmpty()) {
                threads.get(player.random.nextInt(threads.size())).interrupt();
            }
        }
    },
    DEADLINE {
        @Override
        void play(Player player) {
            Python.start().within(Duration.ofMillis(1 + player.random.nextInt(30)),
                    () -> names(player).eval("sum(i for i in range(2000000))"));
        }
    },
    SCOPE {
        @Override
        void play(Player player) {
            try (Scope scope = Python.start().scope()) {
                Namespace names = names(player);
                for (int i = 0; i < 10; i++) {
                    player.table.put(player.random, names.eval("[1, 2]"));
                }
                player.table.put(player.random, scope.keep(names.eval("[3]")));
                player.move();
            }
        }
    },
    HOLD_ACROSS {
        @Override
        void play(Player player) {
            Namespace names = names(player);
            if (!Thread.currentThread().isVirtual()) {
                try (Hold _ = Python.start().hold()) {
                    player.table.put(player.random, names.eval("[1]"));
                    names.exec(Texts.statement(player.random));
                }
            }
        }
    },
    HOLD {
        @Override
        void play(Player player) {
            Namespace names = names(player);
            int three = Python.start().hold(
                    () -> names.eval("1").as(Integer.class) + names.eval("2").as(Integer.class));
            require(three == 3, "1 + 2 is " + three);
        }
    },
    COLLECT {
        @Override
        void play(Player player) {
            if (player.random.nextInt(20) == 0) {
                System.gc();
            }
            names(player).exec("import gc; gc.collect(0)");
        }
    },
    THROW {
        @Override
        void play(Player player) {
            Namespace names = names(player);
            Player.OnPurpose thrown = new Player.OnPurpose("of " + player);
            Runnable fail = () -> {
                throw thrown;
            };
            PyObject thrower = names.eval("lambda f: f()");
            try {
                thrower.call(fail);
            } catch (Player.OnPurpose out) {
                require(out == thrown, "another exception");
                return;
            }
            throw new AssertionError("nothing was thrown");
        }
    },
    PYTHON_THREAD {
        @Override
        void play(Player player) {
            Player other = new Player(player.table, player.random.nextLong(), player + " (Python)",
                    player.fail());
            // an interrupt between two steps of `with lock:` leaves the lock taken, as Ctrl-C does
            // in
            // Python: those of threading are everybody's
            boolean spared = player.table.interruptible.remove(Thread.currentThread());
            boolean _ = Thread.interrupted();
            try (Namespace names = Python.start().newNamespace()) {
                names.set("move", (Runnable) other::move);
                names.exec("import threading\nt = threading.Thread(target=move)\nt.start()\n"
                        + "t.join()");
            } finally {
                if (spared) {
                    player.table.interruptible.add(Thread.currentThread());
                }
            }
        }
    },
    VIRTUAL_THREAD {
        @Override
        void play(Player player) {
            // nobody waits for it: a pinned thread that did would hold the carrier it needs
            player.table.startVirtual(new Player(player.table, player.random.nextLong(),
                    player + " (virtual)", player.fail())::move);
        }
    },
    ASYNCHRONOUS {
        @Override
        void play(Player player) throws Exception {
            Namespace names = names(player);
            var future = Python.start().withinAsync(Duration.ofSeconds(50),
                    () -> names.eval("6 * 7").as(Integer.class));
            if (player.random.nextBoolean()) {
                future.cancel(true);
            } else {
                require(future.get() == 42, "not 42");
            }
        }
    },
    REPORT {
        @Override
        void play(Player player) {
            Python.start().leakReport();
            Python.start().memory();
        }
    };

    /** Does it; the exceptions that may come are the player's business. */
    abstract void play(Player player) throws Exception;

    private static void require(boolean claim, String otherwise) {
        if (!claim) {
            throw new AssertionError(otherwise);
        }
    }

    /** A namespace in use, or a new one. */
    private static Namespace names(Player player) {
        Namespace names = player.table.any(player.random, Namespace.class);
        if (names == null) {
            names = Python.start().newNamespace();
            player.table.put(player.random, names);
        }
        return names;
    }

    private static ScriptEngine engine(Player player) {
        ScriptEngine engine = player.table.any(player.random, ScriptEngine.class);
        if (engine == null) {
            engine = new ScriptEngineManager(Move.class.getClassLoader())
                    .getEngineByName("cpython");
            player.table.put(player.random, engine);
        }
        return engine;
    }
}
