package dev.krait.embedded;

import java.io.Console;
import java.io.PrintStream;

/**
 * A line on a terminal that says how far a long piece of work is.
 *
 * @param out where it is drawn
 * @param isShown false to draw nothing
 * @param what the work
 */
record TerminalLine(PrintStream out, boolean isShown, String what) {
    /** One that is drawn to the standard error, and only when a person sits at a terminal. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again when there is no terminal
    static TerminalLine of(String what) {
        Console console = System.console();
        return new TerminalLine(System.err, console != null && console.isTerminal(), what);
    }

    /** Draws it anew. */
    void draw(int done, int all) {
        if (isShown) {
            out.print("\r" + what + " " + 100L * done / all + " % ");
            out.flush();
        }
    }

    /** Removes it. */
    void clear() {
        if (isShown) {
            out.print("\r" + " ".repeat(what.length() + 7) + "\r");
            out.flush();
        }
    }
}
