package dev.krait.tck.crash;

import dev.krait.tck.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM started for one purpose with default flags, in a folder of its own. */
final class OwnJvm {
    private static final List<String> PASSED_ON = List.of("krait.python", "krait.check");
    private final Path folder;

    /** How it ended.
     *
     * @param exit its exit code
     * @param output what it printed
     * @param errors what it wrote to the error output
     * @param crashed whether it left a crash log or a core
     */
    record Outcome(int exit, String output, String errors, boolean crashed) {
        @Override
        public String toString() {
            return "exit code " + exit + (crashed ? ", with a crash log" : "") + "\n--- output\n"
                    + tail(output) + "\n--- errors\n" + tail(errors);
        }

        private static String tail(String text) {
            int most = 8000;
            return text.length() <= most ? text : "..." + text.substring(text.length() - most);
        }
    }

    OwnJvm(Path folder) {
        this.folder = folder;
    }

    /** Runs to the end; one that takes longer tells its threads and is killed. */
    Outcome run(int seconds, List<String> options, String... mainAndArguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command(options, mainAndArguments))
                .directory(folder.toFile()).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
            process.waitFor(2, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
        }
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors),
                crashed());
    }

    private static List<String> command(List<String> options, String... mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        PASSED_ON.stream().filter(name -> System.getProperty(name) != null)
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(options);
        command.add("-cp");
        command.add(Jvm.classPath());
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private boolean crashed() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith("hs_err") || name.startsWith("core"));
        }
    }
}
