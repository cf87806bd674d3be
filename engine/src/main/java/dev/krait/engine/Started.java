package dev.krait.engine;

import dev.krait.Python;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.gil.OwnClasses;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.ref.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Python with what engines need of it, started by the first engine that runs something. */
final class Started {
    /** The module our Python files make up together. */
    static final String MODULE = "engine";
    private static final List<String> FILES = List.of("own_names.py", "host_names.py", "running.py",
            "main_module.py", "streams.py", "redirects.py");
    private static final Object START = new Object();
    private static volatile boolean ready;

    private Started() {}

    /**
     * Starts Python unless it runs.
     *
     * @throws dev.krait.error.PythonUnavailableException when there is none to start
     */
    static void ensure() {
        if (!ready) {
            start();
        }
    }

    private static void start() {
        Python.start();
        Attachment thread = Attachment.current();
        // who waits for the Java lock below must not hold the GIL: its owner needs that
        int held = thread.isHeld() ? thread.suspend() : 0;
        try {
            synchronized (START) {
                if (!ready) {
                    OwnClasses.load(Started.class);
                    Gil.run(Started::load);
                    ready = true;
                }
            }
        } finally {
            if (held > 0) {
                thread.resume(held);
            }
        }
    }

    private static void load() {
        Attachment thread = Attachment.current();
        StringBuilder sources = new StringBuilder();
        for (String file : FILES) {
            sources.append(source(file)).append("\n\n");
        }
        long module = BootModule.load(MODULE, sources.toString());
        ScriptFunction.define(thread, module);
        Conversion.standard().add(BootModule.function(MODULE, "Running"), new StandIns());
        Counts.release(Calls.call(Dicts.get(thread, module, "install")));
    }

    private static String source(String resource) {
        try (InputStream stream = Started.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
