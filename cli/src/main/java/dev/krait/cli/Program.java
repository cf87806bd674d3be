package dev.krait.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param kind what the target is
 * @param target a file, source text, a module's name; empty or {@code -} for the standard input
 * @param arguments {@code sys.argv[1:]}
 */
record Program(Kind kind, String target, List<String> arguments) {
    /** The ways {@code python} can be given a program; names as {@code program.py} knows them. */
    enum Kind {
        FILE("file"), TEXT("text"), MODULE("module"), INPUT("input");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The program of a command line: at most one of the three is given. */
    static Program of(@Nullable List<String> text, @Nullable List<String> module,
            @Nullable List<String> file) {
        if (text != null) {
            return of(Kind.TEXT, text);
        }
        if (module != null) {
            return of(Kind.MODULE, module);
        }
        if (file == null || file.isEmpty()) {
            return new Program(Kind.INPUT, "", List.of());
        }
        return of(file.getFirst().equals("-") ? Kind.INPUT : Kind.FILE, file);
    }

    private static Program of(Kind kind, List<String> words) {
        return new Program(kind, words.getFirst(), words.subList(1, words.size()));
    }

    /** The arguments of {@code run} in {@code program.py}. */
    Object[] words() {
        List<String> words = new ArrayList<>(List.of(kind.word, target));
        words.addAll(arguments);
        return words.toArray();
    }
}
