package dev.krait.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * Describes the engine and makes engines. Neither starts Python: the first evaluation does.
 *
 * <p>{@code new ScriptEngineManager().getEngineByName("cpython")} finds it; so do {@code python}, {@code python3},
 * {@code py} and {@code krait}. Any thread.
 */
public final class KraitScriptEngineFactory implements ScriptEngineFactory {
    private static final String ENGINE_NAME = "Krait";
    private static final String ENGINE_VERSION = "0.1.0";
    private static final String LANGUAGE_NAME = "Python";
    private static final String LANGUAGE_VERSION = "3";
    private static final List<String> NAMES = List.of("cpython", "python", "python3", "py",
            "krait");
    private static final List<String> EXTENSIONS = List.of("py");
    private static final List<String> MIME_TYPES = List.of("text/x-python", "application/x-python",
            "text/x-python3");
    private static final Map<String, String> PARAMETERS = Map.of(ScriptEngine.ENGINE, ENGINE_NAME,
            ScriptEngine.ENGINE_VERSION, ENGINE_VERSION, ScriptEngine.LANGUAGE, LANGUAGE_NAME,
            ScriptEngine.LANGUAGE_VERSION, LANGUAGE_VERSION, ScriptEngine.NAME, NAMES.getFirst(),
            "THREADING", "MULTITHREADED");

    /** Made by the service loader. */
    public KraitScriptEngineFactory() {}

    @Override
    public String getEngineName() {
        return ENGINE_NAME;
    }

    @Override
    public String getEngineVersion() {
        return ENGINE_VERSION;
    }

    @Override
    public List<String> getExtensions() {
        return EXTENSIONS;
    }

    @Override
    public List<String> getMimeTypes() {
        return MIME_TYPES;
    }

    @Override
    public List<String> getNames() {
        return NAMES;
    }

    @Override
    public String getLanguageName() {
        return LANGUAGE_NAME;
    }

    /** {@code 3}: which 3.x runs is known only once it runs, and then {@code sys.version} says it. */
    @Override
    public String getLanguageVersion() {
        return LANGUAGE_VERSION;
    }

    @Override
    public @Nullable Object getParameter(String key) {
        return PARAMETERS.get(Objects.requireNonNull(key, "key"));
    }

    @Override
    public String getMethodCallSyntax(String obj, String m, String... args) {
        return Syntax.methodCall(obj, m, args);
    }

    @Override
    public String getOutputStatement(String toDisplay) {
        return Syntax.output(toDisplay);
    }

    @Override
    public String getProgram(String... statements) {
        return Syntax.program(statements);
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new KraitScriptEngine(this);
    }
}
