package dev.krait.discover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A pretended Linux machine in a folder: its Pythons answer from a table, and every question is counted. */
final class Sandbox {
    private static final int AMD64 = 62;
    final Path root;
    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> properties = new HashMap<>();
    final List<PackagedPython> packaged = new ArrayList<>();
    final AtomicInteger spawned = new AtomicInteger();
    private final Map<Path, String> answers = new HashMap<>();

    Sandbox(Path folder) throws IOException {
        root = folder.toRealPath();
        properties.put("os.name", "Linux");
        properties.put("os.arch", "amd64");
        properties.put("user.home",
                Files.createDirectories(root.resolve("home/someone")).toString());
        environment.put("PATH", root.resolve("usr/bin").toString());
    }

    /** A Python in {@code prefix/bin/python3} with its library in {@code prefix/lib}. */
    Path python(String prefix, String version) {
        return python(prefix, version, Map.of());
    }

    /** The same, with some values of its answer replaced; LDLIBRARY ending in .a leaves the library away. */
    Path python(String prefix, String version, Map<String, String> changes) {
        Map<String, String> values = answer(root.resolve(prefix), version);
        values.putAll(changes);
        String library = values.getOrDefault("INSTSONAME", "");
        if (!library.endsWith(".a")) {
            library(root.resolve(prefix).resolve("lib").resolve(library), AMD64);
        }
        return candidate(root.resolve(prefix).resolve("bin/python3"), text(values));
    }

    /** A program that says {@code output} when asked. */
    Path candidate(Path executable, String output) {
        write(executable, "\u007fELF pretended program " + executable);
        try {
            Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
            answers.put(executable, output);
            return executable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a good Python of that prefix and version would answer. */
    static Map<String, String> answer(Path prefix, String version) {
        String feature = version.substring(0, version.lastIndexOf('.'));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", version);
        values.put("implementation", "cpython");
        values.put("executable", prefix.resolve("bin/python3").toString());
        values.put("base_executable", prefix.resolve("bin/python3").toString());
        values.put("prefix", prefix.toString());
        values.put("base_prefix", prefix.toString());
        values.put("abiflags", "");
        values.put("bits", "64");
        values.put("debug", "0");
        values.put("LDLIBRARY", "libpython" + feature + ".so");
        values.put("INSTSONAME", "libpython" + feature + ".so.1.0");
        values.put("LIBDIR", prefix.resolve("lib").toString());
        values.put("LIBPL", prefix.resolve("lib/python" + feature + "/config").toString());
        values.put("MULTIARCH", "x86_64-linux-gnu");
        values.put("Py_ENABLE_SHARED", "1");
        return values;
    }

    static String text(Map<String, String> values) {
        StringBuilder text = new StringBuilder("krait-probe=1\n");
        values.forEach(
                (name, value) -> text.append(name).append('=').append(escaped(value)).append('\n'));
        return text.append("end=1\n").toString();
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        value.chars().forEach(
                c -> out.append(c < 127 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return out.toString();
    }

    /** A file with the header of an ELF library for that processor. */
    static Path library(Path file, int machine) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.put(0, new byte[]{0x7f, 'E', 'L', 'F', 2, 1});
        header.putShort(18, (short) machine);
        try {
            Files.createDirectories(file.resolveSibling("."));
            return Files.write(file, header.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Surroundings surroundings() {
        return new Surroundings(Surroundings.Lookup.of(environment),
                Surroundings.Lookup.of(properties), root, root.resolve("home/someone"));
    }

    Search search(@Nullable String choice) {
        return new Search(new Request(choice, surroundings(), _ -> {
        }), this::run, () -> packaged);
    }

    Report report() {
        return search(null).report();
    }

    Report report(String choice) {
        return search(choice).report();
    }

    Runner.Ending run(Path executable, List<String> arguments, String input) throws IOException {
        spawned.incrementAndGet();
        String answer = answers.getOrDefault(executable, answers.get(executable.toRealPath()));
        if (answer == null) {
            throw new IOException("nothing pretends to be " + executable);
        }
        return new Runner.Ending(0, answer, "");
    }
}
