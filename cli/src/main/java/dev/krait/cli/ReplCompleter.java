package dev.krait.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes names and attributes.
 *
 * @param completions the ways a dotted name can go on, one a line
 */
record ReplCompleter(UnaryOperator<String> completions) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> into) {
        if (!line.word().isEmpty()) {
            completions.apply(line.word()).lines().map(ReplCompleter::candidate).forEach(into::add);
        }
    }

    private static Candidate candidate(String name) {
        String shown = name.substring(name.lastIndexOf('.') + 1);
        return new Candidate(name, shown, null, null, null, null, false);
    }
}
