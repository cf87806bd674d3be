package dev.krait.discover;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a Python said about itself when it was probed; the names are those of {@code probe.py}. */
final class Answer {
    private static final String FIRST = "krait-probe=1";
    private static final String LAST = "end=1";
    private final String text;
    private final Map<String, String> values;

    private Answer(String text, Map<String, String> values) {
        this.text = text;
        this.values = values;
    }

    /**
     * Reads {@code name=value} lines; anything before and after the framed answer is passed over, since a
     * {@code sitecustomize} may print.
     *
     * @return null when the text holds no whole answer
     */
    static @Nullable Answer parse(String output) {
        int start = output.indexOf(FIRST);
        int end = start < 0 ? -1 : output.indexOf(LAST, start);
        if (end < 0) {
            return null;
        }
        String text = output.substring(start, end + LAST.length());
        try {
            Answer answer = new Answer(text, values(text));
            return answer.isWhole() ? answer : null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // numbers that are none
            return null;
        }
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        for (int from = 0; from < text.length();) {
            int line = text.indexOf('\n', from);
            int to = line < 0 ? text.length() : line;
            int equals = text.indexOf('=', from);
            if (equals < 0 || equals > to) {
                throw new IllegalArgumentException(
                        "no name=value line: " + text.substring(from, to));
            }
            values.put(text.substring(from, equals),
                    unescape(text.substring(equals + 1, to).strip()));
            from = to + 1;
        }
        return values;
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\' && i + 6 <= value.length()) {
                out.append((char) Integer.parseInt(value, i + 2, i + 6, 16));
                i += 5;
            } else {
                out.append(value.charAt(i));
            }
        }
        return out.toString();
    }

    private boolean isWhole() {
        return major() > 0 && minor() >= 0 && bits() > 0 && !value("prefix").isEmpty()
                && !value("base_prefix").isEmpty();
    }

    /** The lines as they came, for the cache. */
    String text() {
        return text;
    }

    /** The value, empty when there is none. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value as a path; null when there is none or this JVM cannot express it. */
    @Nullable
    Path path(String name) {
        String value = value(name);
        return value.isEmpty() ? null : Surroundings.path(value);
    }

    boolean isSet(String name) {
        String value = value(name);
        return !value.isEmpty() && !value.equals("0");
    }

    String version() {
        return value("version");
    }

    int major() {
        return Integer.parseInt(version().substring(0, version().indexOf('.')));
    }

    int minor() {
        int dot = version().indexOf('.');
        return Integer.parseInt(version().substring(dot + 1, version().indexOf('.', dot + 1)));
    }

    /** {@code 3.12}. */
    String feature() {
        return major() + "." + minor();
    }

    int bits() {
        return Integer.parseInt(value("bits"));
    }

    boolean isCPython() {
        return value("implementation").equals("cpython");
    }

    boolean isDebug() {
        return isSet("debug") || isSet("Py_DEBUG");
    }

    boolean isFreeThreaded() {
        return isSet("Py_GIL_DISABLED") || value("abiflags").indexOf('t') >= 0;
    }

    /** True when the build says it has a shared library; conda's says no although it has one. */
    boolean claimsSharedLibrary() {
        return isSet("Py_ENABLE_SHARED");
    }
}
