package dev.krait.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where an input ends, and which dotted name stands before the cursor. */
final class ReplSource implements Parser {
    private static final Pattern NAME = Pattern.compile("[\\w.]*$",
            Pattern.UNICODE_CHARACTER_CLASS);
    private final Predicate<String> isComplete;

    /**
     * Made once for a REPL.
     *
     * @param isComplete whether a text can run
     */
    ReplSource(Predicate<String> isComplete) {
        this.isComplete = isComplete;
    }

    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isComplete.test(text)) {
            throw new EOFError(-1, -1, "the input goes on");
        }
        Matcher name = NAME.matcher(text.substring(0, cursor));
        return new Line(name.find() ? name.group() : "", text, cursor);
    }

    private record Line(String word, String line, int cursor) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
