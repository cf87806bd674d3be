package dev.krait.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Someone at a terminal: reads the screen, and at each prompt types what comes next; Ctrl-D at last. */
final class Typist extends OutputStream {
    private final OutputStream keyboard;
    private final Deque<String> keys;
    private final StringBuilder screen = new StringBuilder();

    Typist(OutputStream keyboard, List<String> keys) {
        this.keyboard = keyboard;
        this.keys = new ArrayDeque<>(keys);
    }

    @Override
    public synchronized void write(int shown) throws IOException {
        screen.append((char) (shown & 0xff));
        if (endsWith(">>> ") || endsWith("... ")) {
            screen.setLength(0);
            String next = keys.isEmpty() ? "\u0004" : keys.pop();
            keyboard.write(next.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
        }
    }

    private boolean endsWith(String prompt) {
        return screen.length() >= prompt.length()
                && screen.substring(screen.length() - prompt.length()).equals(prompt);
    }
}
