package dev.krait.embedded;

import java.io.Console;
import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * Tells what takes long: in sentences to whoever asked, and as a line with per cent on a terminal.
 *
 * @param sentences who is told
 * @param terminal where the line is drawn
 * @param isShown false to draw none
 */
record Progress(Consumer<String> sentences, PrintStream terminal, boolean isShown) {
    /** Draws the line only where a person looks at it. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again when there is no terminal
    static Progress to(Consumer<String> sentences) {
        Console console = System.console();
        return new Progress(sentences, System.err, console != null && console.isTerminal());
    }

    /** Tells a sentence. */
    void say(String sentence) {
        sentences.accept(sentence);
    }

    /** Draws the line anew. */
    void draw(String what, int done, int all) {
        if (isShown) {
            terminal.print("\r" + what + " " + 100L * done / all + " % ");
            terminal.flush();
        }
    }

    /** Removes the line. */
    void clear(String what) {
        if (isShown) {
            terminal.print("\r" + " ".repeat(what.length() + 7) + "\r");
            terminal.flush();
        }
    }
}
