package dev.krait.tck;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.lang3.ArrayUtils;

/** A process of the JDK the tests run on, for what needs a JVM of its own. */
public final class Jvm {
    private final List<String> command = new ArrayList<>();

    /** How it ended. */
    public record Ending(int code, String output) {}

    private Jvm(String tool) {
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    }

    /** {@code java} with the class path of the tests, and their choice of a Python unless another is made. */
    public static Jvm java(Class<?> main, String... options) {
        return bare(main, ArrayUtils.addFirst(options, "--enable-native-access=ALL-UNNAMED"));
    }

    /** The same without leave to call native code. */
    public static Jvm bare(Class<?> main, String... options) {
        Jvm jvm = new Jvm("java");
        jvm.command.addAll(List.of("-cp", classPath()));
        jvm.choosePython("");
        jvm.command.addAll(List.of(options));
        jvm.command.add(main.getName());
        return jvm;
    }

    /** A tool that hands JVM options on with -J. */
    public static Jvm tool(String name, String... arguments) {
        Jvm jvm = new Jvm(name);
        jvm.command.addAll(List.of("-J--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        jvm.choosePython("-J");
        jvm.command.addAll(List.of(arguments));
        return jvm;
    }

    /** Runs it with this text as its input. */
    public Ending run(String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + output);
        }
        return new Ending(process.exitValue(), output);
    }

    /** That of the tests, also where a jar's manifest holds it; absolute, as a process may run in another folder. */
    public static String classPath() {
        String path = System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator)).filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void choosePython(String prefix) {
        String choice = System.getProperty("krait.python");
        if (choice != null) {
            command.add(prefix + "-Dkrait.python=" + choice);
        }
    }
}
