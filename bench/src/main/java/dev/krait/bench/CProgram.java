package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.Python;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The C program beside us, built for the Python that runs here. */
final class CProgram {
    private static final Path SOURCE = Path.of("bench/native/climit.c");
    private static final Path FOLDER = Path.of("bench/target/native");
    private static final int STARTS = 11;
    private final Path program;
    private final List<String> start;
    private final String libraries;
    private final int rounds;

    private CProgram(Path program, List<String> start, String libraries, int rounds) {
        this.program = program;
        this.start = start;
        this.libraries = libraries;
        this.rounds = rounds;
    }

    /** Compiles it; empty where there is no C compiler, or no header files of this Python. */
    static Optional<CProgram> build(int rounds) throws IOException, InterruptedException {
        Python python = Python.start();
        python.exec(Workload.resource("toolchain.py"));
        List<String> arguments = texts("compiler_arguments");
        if (arguments.isEmpty()) {
            System.err.println("bench: no header files of this Python; no C figures");
            return Optional.empty();
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("workloads.py"), Workload.SOURCE);
        Path program = FOLDER.resolve("climit");
        List<String> command = new ArrayList<>(List.of("cc", "-O2", SOURCE.toString()));
        command.addAll(arguments);
        command.addAll(List.of("-o", program.toString()));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                return Optional.empty();
            }
        } catch (IOException noCompiler) {
            System.err.println("bench: " + noCompiler.getMessage() + "; no C figures");
            return Optional.empty();
        }
        String libraries = Objects.requireNonNull(function("library_folder").callAs(String.class));
        return Optional.of(new CProgram(program, texts("start_arguments"), libraries, rounds));
    }

    /** The figures of one of its rows; null when it has none. */
    @Nullable
    Figures measure(String id, long size) throws IOException, InterruptedException {
        if (id.equals("W10")) {
            return starts();
        }
        Map<String, Figures> found = new HashMap<>();
        String which = id.startsWith("W11") ? "W11" : id;
        Process process = process(which, size).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                found.put(words[0],
                        words.length == 2
                                ? Figures.of(Double.parseDouble(words[1]))
                                : new Figures(Double.parseDouble(words[1]),
                                        Double.parseDouble(words[2]), Double.parseDouble(words[3]),
                                        Double.parseDouble(words[4])));
            }
        }
        process.waitFor();
        return found.get(id);
    }

    private Figures starts() throws IOException, InterruptedException {
        double[] nanos = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            process("W10", 0).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            nanos[i] = System.nanoTime() - begin;
        }
        return Figures.of(nanos, nanos, 1);
    }

    private ProcessBuilder process(String id, long size) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(start);
        command.addAll(List.of(FOLDER.resolve("workloads.py").toString(), Long.toString(size),
                Integer.toString(rounds), id));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LD_LIBRARY_PATH", libraries);
        return builder;
    }

    private static List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (PyObject each : function(name).call()) {
            texts.add(each.toString());
        }
        return texts;
    }

    private static PyObject function(String name) {
        return Objects.requireNonNull(Python.start().main().get(name), name);
    }
}
