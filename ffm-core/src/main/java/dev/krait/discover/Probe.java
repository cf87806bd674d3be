package dev.krait.discover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a Python what it is, by running it once or from the cache. */
final class Probe {
    /**
     * {@code -E}: no PYTHONHOME and the like; {@code -s}: no user site; {@code -B}: leave no files behind. Not
     * {@code -S}, since up to 3.13 it is {@code site} that makes a venv's prefix; not {@code -I}, which Python 2 lacks.
     * The script comes on standard input because batch files, such as pyenv's on Windows, cut arguments at a newline.
     */
    private static final List<String> ARGUMENTS = List.of("-E", "-s", "-B", "-");
    private static final int QUOTED = 300;
    private static final String CHECK = "check that it is a Python and starts by hand";
    private final Runner runner;
    private final AnswerCache cache;

    Probe(Runner runner, AnswerCache cache) {
        this.runner = runner;
        this.cache = cache;
    }

    Answer ask(Path executable) throws UnusablePython {
        String stamp = AnswerCache.stamp(executable);
        if (stamp == null) {
            return run(executable);
        }
        Answer known = cache.get(executable, stamp);
        if (known != null) {
            return known;
        }
        Answer answer = run(executable);
        cache.put(executable, stamp, answer);
        return answer;
    }

    private Answer run(Path executable) throws UnusablePython {
        Runner.Ending ending;
        try {
            ending = runner.run(executable, ARGUMENTS, script());
        } catch (IOException e) {
            throw new UnusablePython("it could not be asked: " + e.getMessage(), CHECK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusablePython("the thread was interrupted while asking it", "try again");
        }
        if (ending.status() != 0) {
            throw new UnusablePython(
                    "it ended with status " + ending.status() + said(ending.errors()), CHECK);
        }
        Answer answer = Answer.parse(ending.output());
        if (answer == null) {
            throw new UnusablePython("it does not answer as a Python does" + said(ending.output()),
                    CHECK);
        }
        return answer;
    }

    /** The end of what it said, on one line: the last lines of a traceback tell most. */
    private static String said(String text) {
        String all = text.strip().lines().map(String::strip).filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" / "));
        if (all.isEmpty()) {
            return " and said nothing";
        }
        return ", saying: "
                + (all.length() <= QUOTED ? all : "..." + all.substring(all.length() - QUOTED));
    }

    private static String script() {
        try (InputStream in = Probe.class.getResourceAsStream("probe.py")) {
            if (in == null) {
                throw new AssertionError("probe.py is missing beside " + Probe.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
