package dev.krait.discover;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs as processes, within a time limit; what still runs then is ended, with its children. */
final class ProcessRunner implements Runner {
    private static final Duration DRAIN = Duration.ofSeconds(1);
    private final Duration limit;

    ProcessRunner(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Ending run(Path executable, List<String> arguments, String input)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // A wrapper may start a Python of its own before ours, and PYTHONHOME of another version
        // breaks that one.
        // On macOS __PYVENV_LAUNCHER__ makes every Python claim to be the venv that set it.
        builder.environment().keySet()
                .removeIf(name -> name.startsWith("PYTHON") || name.equals("__PYVENV_LAUNCHER__"));
        Process process = builder.start();
        try {
            return ending(process, input);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Ending ending(Process process, String input) throws IOException, InterruptedException {
        Reading output = new Reading(process.getInputStream());
        Reading errors = new Reading(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // a program that does not read its input is judged by its output
        }
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("it did not end within " + limit.toMillis() / 1000.0 + " s");
        }
        return new Ending(process.exitValue(), output.text(DRAIN), errors.text(DRAIN));
    }
}
