package dev.krait.tck.data;

import dev.krait.error.ConversionException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** The ways by which values cross a script engine. */
final class ScriptWay {
    private final ScriptEngine engine = Objects
            .requireNonNull(new ScriptEngineManager().getEngineByName("cpython"));
    private final Map<Class<?>, Class<?>> bridges = new HashMap<>();
    private @Nullable Object taken;

    /** An object whose method takes anything. */
    public static final class Taker {
        private @Nullable Object taken;

        /** Takes it. */
        public void take(@Nullable Object value) {
            taken = value;
        }
    }

    /** How a value gets into a script. */
    enum In {
        PUT, ARGUMENT_OF_FUNCTION, RESULT_OF_METHOD, ARGUMENT_OF_INTERFACE
    }

    /** How a value of no named type comes out of a script. */
    enum Out {
        EVAL, GET, RESULT_OF_FUNCTION, ARGUMENT_OF_METHOD, RESULT_OF_INTERFACE
    }

    void exec(String code) {
        eval(code);
    }

    @Nullable
    Object eval(String code) {
        try {
            return engine.eval(code);
        } catch (ScriptException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Binds a name to a value. */
    @SuppressWarnings("unchecked") // Consumers of anything
    void set(In way, String name, @Nullable Object value) {
        exec("def accept(value):\n    global " + name + "\n    " + name + " = value\n");
        switch (way) {
            case PUT -> engine.put(name, value);
            case ARGUMENT_OF_FUNCTION -> invoke("accept", value);
            case ARGUMENT_OF_INTERFACE ->
                ((Invocable) engine).getInterface(Consumer.class).accept(value);
            case RESULT_OF_METHOD -> {
                Supplier<@Nullable Object> source = () -> value;
                engine.put("source", source);
                exec(name + " = source.get()");
            }
        }
    }

    /** What an expression comes out as. */
    @Nullable
    Object get(Out way, String expression) {
        exec("def get():\n    return " + expression);
        return switch (way) {
            case EVAL -> eval(expression);
            case GET -> {
                exec("value = " + expression);
                yield engine.get("value");
            }
            case RESULT_OF_FUNCTION -> invoke("get");
            case RESULT_OF_INTERFACE -> ((Invocable) engine).getInterface(Supplier.class).get();
            case ARGUMENT_OF_METHOD -> {
                Taker taker = new Taker();
                engine.put("taker", taker);
                exec("taker.take(" + expression + ")");
                yield taker.taken;
            }
        };
    }

    /**
     * What an expression is as an argument of a Java method.
     *
     * @throws ScriptException when the method does not take it
     */
    @Nullable
    Object asArgument(String expression, Class<?> type) throws ScriptException {
        Class<?> bridge = bridge(type);
        engine.put("taker", Proxy.newProxyInstance(bridge.getClassLoader(), new Class<?>[]{bridge},
                (_, _, arguments) -> {
                    taken = Objects.requireNonNull(arguments)[0];
                    return null;
                }));
        engine.eval("taker.take(" + expression + ")");
        return taken;
    }

    /**
     * What an expression is as a result of an interface.
     *
     * @throws ConversionException when it is none
     */
    @Nullable
    Object asResult(String expression, Class<?> type) throws ReflectiveOperationException {
        exec("def give():\n    return " + expression + "\ndef take(value):\n    pass\n");
        Class<?> bridge = bridge(type);
        Object script = Objects.requireNonNull(((Invocable) engine).getInterface(bridge));
        try {
            return bridge.getMethod("give").invoke(script);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof ConversionException unfit) {
                throw unfit;
            }
            throw failed;
        }
    }

    /** An interface that takes and gives a type. */
    private Class<?> bridge(Class<?> type) {
        return bridges.computeIfAbsent(type, ScriptWay::newBridge);
    }

    private static Class<?> newBridge(Class<?> type) {
        ClassDesc described = type.describeConstable().orElseThrow();
        String name = ScriptWay.class.getPackageName() + ".Bridge" + System.nanoTime();
        byte[] code = ClassFile.of().build(ClassDesc.of(name),
                builder -> builder
                        .withFlags(AccessFlag.PUBLIC, AccessFlag.INTERFACE, AccessFlag.ABSTRACT)
                        .withMethod("take", MethodTypeDesc.of(ConstantDescs.CD_void, described),
                                ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT, _ -> {
                                })
                        .withMethod("give", MethodTypeDesc.of(described),
                                ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT, _ -> {
                                }));
        try {
            return MethodHandles.lookup().defineClass(code);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private @Nullable Object invoke(String function, @Nullable Object... arguments) {
        try {
            return ((Invocable) engine).invokeFunction(function, arguments);
        } catch (ScriptException | NoSuchMethodException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
