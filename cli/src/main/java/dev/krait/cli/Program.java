package dev.krait.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param kind what the target is
 * @param target a file, source text, a module's name; empty or {@code -} for the standard input
 * @param arguments {@code sys.argv[1:]}
 */
record Program(Kind kind, String target, List<String> arguments) {
    /** Words that are no files. */
    static final Set<String> SUBCOMMANDS = Set.of("doctor", "classpath", "pythons");

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

    /** The program of a command line whose first word says it; null for one with options, a subcommand or nothing. */
    static @Nullable Program first(String[] words) {
        if (words.length == 0 || SUBCOMMANDS.contains(words[0])) {
            return null;
        }
        List<String> all = Arrays.asList(words);
        if (words.length > 1 && words[0].equals("-c")) {
            return of(Kind.TEXT, all.subList(1, words.length));
        }
        if (words.length > 1 && words[0].equals("-m")) {
            return of(Kind.MODULE, all.subList(1, words.length));
        }
        return words[0].startsWith("-") && words[0].length() > 1 ? null : of(null, null, all);
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
