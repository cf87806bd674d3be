package dev.krait.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Compiles the Python files of a tree once, so that no start has to: an import costs a quarter then.
 *
 * <p>The files are marked as not to be compared with their source, so that neither clock nor copying makes them stale.
 *
 * @param root the tree as it stands
 * @param home where it will stand
 * @param layout where its parts are
 */
record ByteCode(Path root, Path home, Layout layout) {
    private static final long MINUTES = 5;

    /**
     * Compiles the whole standard library and what lies in it.
     *
     * @return what went wrong; empty when all is well
     */
    String compileAll() throws IOException {
        return run(List.of(root.resolve(layout.standardLibrary()).toString()));
    }

    /** Compiles some files again. */
    String compile(Collection<String> sources) throws IOException {
        List<String> files = new ArrayList<>();
        for (String source : sources) {
            files.add(root.resolve(source).toString());
        }
        return run(files);
    }

    private String run(List<String> files) throws IOException {
        // -I: settings in the environment such as PYTHONDONTWRITEBYTECODE and PYTHONHOME must not
        // reach it
        List<String> command = new ArrayList<>(List.of(root.resolve(layout.executable()).toString(),
                "-I", "-S", "-m", "compileall", "-q", "-f", "-j", "0", "--invalidation-mode",
                "unchecked-hash", "-s", root.toString(), "-p", home.toString()));
        command.addAll(files);
        Path output = Files.createTempFile(root, "compile", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return "it took more than " + MINUTES + " minutes";
            }
            return process.exitValue() == 0
                    ? ""
                    : Files.readString(output, StandardCharsets.UTF_8).strip();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Python compiled its library.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** The compiled files that are there. */
    List<Manifest.Entry> files() throws IOException {
        List<Manifest.Entry> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(".pyc")) {
                    found.add(new Manifest.Entry(path, attributes.size(), Checksum.of(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** The source file of {@code folder/__pycache__/name.cpython-314.pyc}. */
    static String source(String compiled) {
        String name = compiled.substring(compiled.lastIndexOf('/') + 1);
        String folder = compiled.substring(0, compiled.indexOf("__pycache__/"));
        return folder + name.substring(0, name.indexOf(".cpython-")) + ".py";
    }
}
