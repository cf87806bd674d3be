package dev.krait.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.lang3.SystemProperties;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** W10: a whole process from its start to its end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StartupBenchmark {
    private final String classPath = classPath();
    private Path folder = Path.of("");
    private Path cache = Path.of("");

    /** Trains the AOT cache. */
    @Setup
    public void train() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("krait-startup");
        cache = folder.resolve("startup.aot");
        run("-XX:AOTCacheOutput=" + cache);
    }

    /** Removes what the runs left. */
    @TearDown
    public void clean() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted((one, two) -> two.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }

    /** {@code java -version}: the least there can be. */
    @Benchmark
    public int w10Floor() throws IOException, InterruptedException {
        return run("-version");
    }

    /** With the Python that was found before. */
    @Benchmark
    public int w10() throws IOException, InterruptedException {
        return run();
    }

    /** The first start on this machine: every Python is asked, the embedded one unpacked. */
    @Benchmark
    public int w10Cold() throws IOException, InterruptedException {
        return run("-Dkrait.cache=" + Files.createTempDirectory(folder, "cold"));
    }

    /** With an AOT cache (JEP 514). */
    @Benchmark
    public int w10Aot() throws IOException, InterruptedException {
        return run("-XX:AOTCache=" + cache);
    }

    private int run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(SystemProperties.getJavaHome(), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-cp", classPath));
        command.addAll(List.of(options));
        command.add(StartupProgram.class.getName());
        int exit = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
        return exit;
    }

    /** Jars only, as the AOT cache wants it, and without JMH. */
    private static String classPath() {
        return Arrays.stream(SystemProperties.getJavaClassPath().split(java.io.File.pathSeparator))
                .filter(each -> each.endsWith(".jar") && !each.contains("jmh"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
