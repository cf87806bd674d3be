package dev.krait.discover;

/**
 * The version someone asks for, whole or in part.
 *
 * @param version {@code 3}, {@code 3.12} or {@code 3.12.1}; empty when any will do
 */
record Wanted(String version) {
    static final Wanted ANY = new Wanted("");

    /** What {@code 3.12} or {@code python3.12} asks for; {@link #ANY} for other texts. */
    static Wanted of(String choice) {
        String rest = choice.startsWith("python") && choice.indexOf('.') > 0
                ? choice.substring("python".length())
                : choice;
        return isVersion(rest) ? new Wanted(rest) : ANY;
    }

    private static boolean isVersion(String text) {
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c == '.' && digit)) {
                return false;
            }
            digit = c != '.';
        }
        return digit;
    }

    boolean isAny() {
        return version.isEmpty();
    }

    /** 3.12.1 is a 3.12, but no 3.1. */
    boolean accepts(String actual) {
        return actual.startsWith(version) && (isAny() || actual.length() == version.length()
                || !Character.isDigit(actual.charAt(version.length())));
    }

    /** The command named after it: {@code python3.12} for 3.12.1 too. */
    String command() {
        int first = version.indexOf('.');
        int second = first < 0 ? -1 : version.indexOf('.', first + 1);
        return "python" + (second < 0 ? version : version.substring(0, second));
    }
}
