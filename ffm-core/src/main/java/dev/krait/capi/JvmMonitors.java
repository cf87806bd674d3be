package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Monitors of Java objects, entered and left by calls of their own, as a Python {@code with} needs it.
 *
 * <p>The language only has blocks, so this asks the JVM's own function table (jni.h); nothing is compiled or loaded for
 * it. References of the JVM to objects do not outlive a downcall unless they are made global within the same one, so
 * two functions are called in one go by a piece of {@link MachineCode}. Linux on x86-64 only.
 */
public final class JvmMonitors {
    private static final int VERSION = 0x00010006; // JNI_VERSION_1_6
    private static final int GET_ENV = 6; // of the table of the JVM; the others are of the thread's
    private static final int FIND_CLASS = 6;
    private static final int NEW_GLOBAL_REF = 21;
    private static final int DELETE_GLOBAL_REF = 22;
    private static final int GET_OBJECT_CLASS = 31;
    private static final int GET_METHOD_ID = 33;
    private static final int CALL_OBJECT_METHOD = 36;
    private static final int GET_STATIC_METHOD_ID = 113;
    private static final int CALL_STATIC_OBJECT_METHOD = 116;
    private static final int MONITOR_ENTER = 217;
    private static final int MONITOR_EXIT = 218;
    /** {@code chain(env, first, a, b, second)} is {@code second(env, first(env, a, b, NULL))}. */
    private static final int[] CHAIN = {0x53, // push rbx
            0x41, 0x54, // push r12
            0x48, 0x83, 0xEC, 0x08, // sub rsp, 8
            0x48, 0x89, 0xFB, // mov rbx, rdi
            0x4D, 0x89, 0xC4, // mov r12, r8
            0x48, 0x89, 0xF0, // mov rax, rsi
            0x48, 0x89, 0xD6, // mov rsi, rdx
            0x48, 0x89, 0xCA, // mov rdx, rcx
            0x31, 0xC9, // xor ecx, ecx
            0xFF, 0xD0, // call rax
            0x48, 0x89, 0xDF, // mov rdi, rbx
            0x48, 0x89, 0xC6, // mov rsi, rax
            0x41, 0xFF, 0xD4, // call r12
            0x48, 0x83, 0xC4, 0x08, // add rsp, 8
            0x41, 0x5C, // pop r12
            0x5B, // pop rbx
            0xC3}; // ret
    private static final int FUNCTION_WORDS = 5; // none called here has more parameters
    private static final ThreadLocal<@Nullable Object> HANDED = new ThreadLocal<>();
    private static volatile @Nullable JvmMonitors known;
    private final MemorySegment chain;
    private final long vm;
    private long owner;
    private long handed;

    private JvmMonitors(MemorySegment chain, long vm) {
        this.chain = chain;
        this.vm = vm;
    }

    /** The monitors of this JVM; null where they cannot be had this way. */
    public static synchronized @Nullable JvmMonitors ofThisJvm() {
        if (known == null) {
            known = make();
        }
        return known;
    }

    /**
     * Waits for the monitor of an object and takes it for the calling thread.
     *
     * @return what {@link #exit} needs
     */
    public long enter(Object object) {
        long env = env();
        HANDED.set(object);
        long global = chain(env, CALL_STATIC_OBJECT_METHOD, owner, handed);
        HANDED.remove();
        if ((int) call(env, MONITOR_ENTER, global) != 0) {
            call(env, DELETE_GLOBAL_REF, global);
            throw new IllegalStateException("the JVM has no memory left for a monitor");
        }
        return global;
    }

    /**
     * Gives a monitor back.
     *
     * @throws IllegalMonitorStateException when another thread took it
     */
    public void exit(long entered) {
        long env = env();
        try {
            call(env, MONITOR_EXIT, entered);
        } finally {
            call(env, DELETE_GLOBAL_REF, entered);
        }
    }

    private static @Nullable JvmMonitors make() {
        byte[] code = new byte[CHAIN.length];
        for (int i = 0; i < code.length; i++) {
            code[i] = (byte) CHAIN[i];
        }
        Path library = Path.of(System.getProperty("java.home"), "lib", "server",
                System.mapLibraryName("jvm"));
        MemorySegment chain = MachineCode.isLinuxOnX86() && Files.exists(library)
                ? MachineCode.write(code)
                : null;
        if (chain == null) {
            return null;
        }
        JvmMonitors made = new JvmMonitors(chain, virtualMachine(library));
        made.findOwner();
        return made;
    }

    @SuppressWarnings("restricted") // the wall
    private static long virtualMachine(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(ValueLayout.JAVA_LONG);
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            invoke(SymbolLookup.libraryLookup(library, Arena.global())
                    .findOrThrow("JNI_GetCreatedJavaVMs"), found.address(), 1, count.address());
            return found.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /**
     * The JVM looks classes up in loaders that may not have this one, but a thread's handler of exceptions is an object
     * of a class of ours that a method of the JDK gives.
     */
    private void findOwner() {
        Thread finder = new Thread(this::findOwnerOnThread, "krait-monitors");
        finder.setUncaughtExceptionHandler(new Handler());
        finder.setDaemon(true);
        finder.start();
        boolean interrupted = false;
        while (finder.isAlive()) {
            try {
                finder.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (handed == 0) {
            throw new AssertionError("the JVM does not find " + JvmMonitors.class);
        }
    }

    private void findOwnerOnThread() {
        long env = env();
        try (Arena arena = Arena.ofConfined()) {
            long thread = chain(env, FIND_CLASS, text(arena, "java/lang/Thread"), 0);
            long current = chain(env, CALL_STATIC_OBJECT_METHOD, thread,
                    call(env, GET_STATIC_METHOD_ID, thread, text(arena, "currentThread"),
                            text(arena, "()Ljava/lang/Thread;")));
            long handler = chain(env, CALL_OBJECT_METHOD, current,
                    call(env, GET_METHOD_ID, thread, text(arena, "getUncaughtExceptionHandler"),
                            text(arena, "()Ljava/lang/Thread$UncaughtExceptionHandler;")));
            owner = chain(env, GET_OBJECT_CLASS, handler, 0);
            handed = call(env, GET_STATIC_METHOD_ID, owner, text(arena, "handed"),
                    text(arena, "()Ljava/lang/Object;"));
            Stream.of(thread, current, handler)
                    .forEach(global -> call(env, DELETE_GLOBAL_REF, global));
        }
    }

    private static long text(Arena arena, String text) {
        return arena.allocateFrom(text).address();
    }

    private long env() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment env = arena.allocate(ValueLayout.JAVA_LONG);
            invoke(entry(vm, GET_ENV), vm, env.address(), VERSION);
            return env.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** The result of a function, as a global reference. */
    private long chain(long env, int function, long first, long second) {
        return invoke(chain, env, entry(env, function).address(), first, second,
                entry(env, NEW_GLOBAL_REF).address());
    }

    private static long call(long env, int function, long... arguments) {
        long[] all = new long[arguments.length + 1];
        all[0] = env;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return invoke(entry(env, function), all);
    }

    private static MemorySegment entry(long table, int index) {
        long functions = Memory.getLong(table);
        return MemorySegment.ofAddress(Memory.getLong(functions + (long) index * Long.BYTES));
    }

    /** A function of integers and pointers; an exception of the JVM comes out as it is. */
    private static long invoke(MemorySegment function, long... arguments) {
        long[] words = Arrays.copyOf(arguments, FUNCTION_WORDS);
        return new CFunction(function).call(words[0], words[1], words[2], words[3], words[4]);
    }

    /** Brings its class to where the JVM can find it. */
    private static final class Handler implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {
            throw new AssertionError(thrown);
        }

        /** What the JVM fetches: the object that the thread hands over. */
        @SuppressWarnings("unused") // the JVM calls it by name
        static @Nullable Object handed() {
            return HANDED.get();
        }
    }
}
