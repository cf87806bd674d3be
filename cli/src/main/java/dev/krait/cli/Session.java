package dev.krait.cli;

import dev.krait.Python;
import dev.krait.PythonOptions;
import dev.krait.error.PythonException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of {@code krait} with Python started. */
final class Session {
    private final Python python;
    private final PythonSide program;

    private Session(Python python) {
        this.python = python;
        this.program = PythonSide.load(python, "program.py");
    }

    /** Starts Python: the one chosen, or the one found. */
    static Session start(@Nullable String choice) {
        Python python = Python.start(new PythonOptions(choice));
        Interrupts.watch(python);
        return new Session(python);
    }

    void unbuffer() {
        python.onMainThread(() -> program.function("unbuffer").call());
    }

    /** Runs a program to its end, its threads and exit functions included; gives its exit code. */
    int run(Program wanted, boolean inspect) {
        int code = wanted.kind() == Program.Kind.INPUT && program.claim("is_terminal")
                ? repl()
                : uninterrupted("run", wanted.words());
        code = inspect ? repl() : code;
        return uninterrupted("finish", code);
    }

    /** Also takes the interrupt that comes too late for the program, and meets us between its lines. */
    private int uninterrupted(String function, Object... arguments) {
        try {
            return program.number(function, arguments);
        } catch (PythonException late) {
            if (!late.typeName().equals("KeyboardInterrupt")) {
                throw late;
            }
            return program.number("report", Objects.requireNonNull(late.value()));
        }
    }

    private int repl() {
        return Repl.run(python, program);
    }
}
