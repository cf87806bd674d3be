package dev.krait.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The command started in a process of its own, with the class path of the tests. */
final class Krait {
    private static final long LIMIT_SECONDS = 60;
    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> javaOptions = new ArrayList<>();
    private String input = "";
    private boolean nativeAccess = true;

    /** What came of a run. */
    record Result(int code, String out, String err) {}

    /** One that runs in a folder. */
    Krait(Path folder) {
        this.folder = folder;
    }

    Krait input(String text) {
        input = text;
        return this;
    }

    Krait environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Krait javaOption(String option) {
        javaOptions.add(option);
        return this;
    }

    Krait withoutNativeAccess() {
        nativeAccess = false;
        return this;
    }

    Result run(String... arguments) {
        Path in = folder.resolve("stdin.txt");
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        try {
            Files.writeString(in, input);
            Process process = builder(arguments).redirectInput(in.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            return new Result(await(process), Files.readString(out), Files.readString(err));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The process, to be talked to; its errors go with its output. */
    Process start(String... arguments) throws IOException {
        return builder(arguments).redirectErrorStream(true).start();
    }

    static int await(Process process) {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The words that start the command. */
    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        if (nativeAccess) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(javaOptions);
        python(System.getProperty("krait.python"), command);
        command.addAll(List.of("-cp", classPath(), "dev.krait.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private void python(@Nullable String chosen, List<String> command) {
        if (chosen != null && !environment.containsKey("VIRTUAL_ENV")) {
            command.add("-Dkrait.python=" + chosen);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).directory(folder.toFile());
        for (String name : List.of("VIRTUAL_ENV", "CONDA_PREFIX", "KRAIT_PYTHON")) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(environment);
        return builder;
    }

    private static String classPath() {
        String ofSurefire = System.getProperty("surefire.test.class.path");
        return ofSurefire == null ? System.getProperty("java.class.path") : ofSurefire;
    }
}
