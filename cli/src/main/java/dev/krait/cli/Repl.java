package dev.krait.cli;

import dev.krait.Python;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads an input, runs it in {@code __main__}, shows its value; again and again until Ctrl-D or {@code exit()}. */
final class Repl {
    private static final int GOES_ON = -1;
    private final PythonSide side;
    private final PythonSide program;
    private final ReplTerminal terminal;

    private Repl(PythonSide side, PythonSide program, ReplTerminal terminal) {
        this.side = side;
        this.program = program;
        this.terminal = terminal;
    }

    /** A REPL on the terminal of this process; gives the exit code. */
    static int run(Python python, PythonSide program) {
        try (Terminal system = ReplTerminal.ofSystem()) {
            return run(python, program, system, StateFolder.ofUser().resolve("history"));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** A REPL on a terminal; gives the exit code. */
    static int run(Python python, PythonSide program, Terminal system, Path history)
            throws IOException {
        PythonSide side = PythonSide.load(python, "repl.py");
        side.number("begin");
        ReplTerminal terminal = new ReplTerminal(system, side, history);
        terminal.say("Krait " + Version.text() + ", " + side.text("banner"));
        terminal.say("Ctrl-D or exit() ends. help() explains.");
        return new Repl(side, program, terminal).loop();
    }

    private int loop() {
        int code = GOES_ON;
        while (code == GOES_ON) {
            try {
                code = program.number("step", side.function("execute"), terminal.read());
            } catch (UserInterruptException cancelled) {
                terminal.say("KeyboardInterrupt");
            } catch (EndOfFileException end) {
                return 0;
            }
        }
        return code;
    }
}
