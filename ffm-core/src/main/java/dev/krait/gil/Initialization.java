package dev.krait.gil;

import dev.krait.capi.Environment;
import dev.krait.capi.LibPython;
import dev.krait.capi.LifecycleApi;
import dev.krait.capi.Memory;
import dev.krait.capi.WideText;
import dev.krait.discover.Installation;
import dev.krait.error.PythonUnavailableException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Initialises CPython: no signal handlers (the JVM has its own), UTF-8 mode, the program's environment respected.
 *
 * <p>3.14 offers PyInitConfig (PEP 741), which names its options; before, the layout of PyConfig differs in each
 * version, so the older functions serve.
 */
final class Initialization {
    private Initialization() {}

    static void run(Installation wanted) {
        if (System.getenv("PYTHONHOME") != null) {
            // the probe has ignored it too; one meant for another Python would end the process here
            Environment.unset("PYTHONHOME");
        }
        if (LifecycleApi.hasInitConfig()) {
            initializeByConfig(wanted);
        } else {
            initializeByGlobals(wanted);
        }
    }

    private static void initializeByGlobals(Installation wanted) {
        Memory.putInt(LibPython.address("Py_UTF8Mode"), 1);
        LifecycleApi.setProgramName(WideText.forEver(wanted.executable().toString()));
        Path home = wanted.home();
        if (home != null) {
            LifecycleApi.setPythonHome(WideText.forEver(home.toString()));
        }
        LifecycleApi.initializeEx(0);
    }

    private static void initializeByConfig(Installation wanted) {
        long config = LifecycleApi.createConfig();
        try {
            // PyInitConfig starts from the isolated configuration; these make it what python itself
            // would have
            set(config, "isolated", 0);
            set(config, "use_environment", 1);
            set(config, "user_site_directory", 1);
            set(config, "safe_path", 0);
            set(config, "utf8_mode", 1);
            set(config, "install_signal_handlers", 0);
            set(config, "parse_argv", 0);
            set(config, "program_name", wanted.executable());
            set(config, "executable", wanted.executable());
            set(config, "home", wanted.home());
            if (LifecycleApi.initializeFromConfig(config) < 0) {
                throw refused(config);
            }
        } finally {
            LifecycleApi.freeConfig(config);
        }
    }

    private static void set(long config, String name, long value) {
        if (LifecycleApi.setConfigInt(config, Memory.textForEver(name), value) < 0) {
            throw refused(config);
        }
    }

    private static void set(long config, String name, @Nullable Path value) {
        if (value != null && LifecycleApi.setConfigStr(config, Memory.textForEver(name),
                Memory.textForEver(value.toString())) < 0) {
            throw refused(config);
        }
    }

    private static PythonUnavailableException refused(long config) {
        long message = Memory.allocateForEver(Long.BYTES);
        LifecycleApi.getConfigError(config, message);
        long text = Memory.getLong(message);
        String reason = "CPython refused to start: "
                + (text == 0 ? "no reason given" : Memory.getText(text));
        return new PythonUnavailableException(reason, List.of(reason));
    }
}
