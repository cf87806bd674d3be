package dev.krait.engine;

import java.util.Objects;

/** Python source made of parts, for hosts that write scripts without knowing the language. */
final class Syntax {
    private Syntax() {}

    /** {@code obj.m(a, b)}. */
    static String methodCall(String obj, String m, String... args) {
        Objects.requireNonNull(obj, "obj");
        Objects.requireNonNull(m, "m");
        return obj + '.' + m + '(' + String.join(", ", present("args", args)) + ')';
    }

    /** A statement that prints the text itself, whatever is in it. */
    static String output(String toDisplay) {
        return "print(" + quote(Objects.requireNonNull(toDisplay, "toDisplay")) + ')';
    }

    /** The statements, one a line. */
    static String program(String... statements) {
        StringBuilder program = new StringBuilder();
        for (String statement : present("statements", statements)) {
            program.append(statement).append('\n');
        }
        return program.toString();
    }

    /** A str literal on one line. */
    private static String quote(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
        text.codePoints().forEach(point -> append(literal, point));
        return literal.append('\'').toString();
    }

    private static void append(StringBuilder literal, int point) {
        switch (point) {
            case '\\', '\'' -> literal.append('\\').append((char) point);
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            default -> {
                if (point < ' ' || point == 0x7f) {
                    literal.append(String.format("\\x%02x", point));
                } else if (Character.getType(point) == Character.SURROGATE) { // half a character
                    literal.append(String.format("\\u%04x", point));
                } else {
                    literal.appendCodePoint(point);
                }
            }
        }
    }

    private static String[] present(String name, String... parts) {
        Objects.requireNonNull(parts, name);
        for (int i = 0; i < parts.length; i++) {
            Objects.requireNonNull(parts[i], name + '[' + i + ']');
        }
        return parts;
    }
}
