package dev.krait.cli;

import dev.krait.PyObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of a REPL: history, editing over several lines, completion, prompts. */
final class ReplTerminal {
    private static final String CANCEL = "krait-cancel";
    private final Terminal terminal;
    private final PythonSide side;
    private final LineReader reader;

    ReplTerminal(Terminal terminal, PythonSide side, Path history) {
        this.terminal = terminal;
        this.side = side;
        this.reader = reader(terminal, side, history);
        reader.getWidgets().put(CANCEL, this::cancel);
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN)).bind(new Reference(CANCEL),
                KeyMap.ctrl('C'));
    }

    /** That of this process. Signals stay Python's. */
    static Terminal ofSystem() throws IOException {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).nativeSignals(false)
                .encoding(StandardCharsets.UTF_8).build();
        if (terminal.getColumns() == 0) {
            // a pseudo-terminal that nobody sized: JLine would show one column
            terminal.setSize(Size.of(80, 24));
        }
        return terminal;
    }

    /**
     * Reads one input, which may have several lines.
     *
     * @throws UserInterruptException for Ctrl-C
     * @throws org.jline.reader.EndOfFileException for Ctrl-D
     */
    String read() {
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, side.text("prompt", "ps2"));
        String prompt = side.text("prompt", "ps1");
        Attributes before = terminal.getAttributes();
        Attributes quiet = new Attributes(before);
        // Ctrl-C is a key while a line is read, and a signal while a program runs
        quiet.setControlChar(Attributes.ControlChar.VINTR, 0);
        terminal.setAttributes(quiet);
        try {
            return reader.readLine(prompt);
        } finally {
            terminal.setAttributes(before);
        }
    }

    /** Shows a line. */
    void say(String text) {
        terminal.writer().println(text);
        terminal.flush();
    }

    private boolean cancel() {
        throw new UserInterruptException(reader.getBuffer().toString());
    }

    private static LineReader reader(Terminal terminal, PythonSide side, Path history) {
        PyObject isComplete = side.function("is_complete");
        PyObject completions = side.function("completions");
        return LineReaderBuilder.builder().appName("krait").terminal(terminal)
                .parser(new ReplSource(
                        text -> Boolean.TRUE.equals(isComplete.callAs(Boolean.class, text))))
                .completer(new ReplCompleter(
                        text -> String.valueOf(completions.callAs(String.class, text))))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false).build();
    }
}
