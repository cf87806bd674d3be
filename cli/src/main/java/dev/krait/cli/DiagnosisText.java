package dev.krait.cli;

import dev.krait.Configuration;
import dev.krait.discover.Attempt;
import dev.krait.discover.Report;

/** A diagnosis for people. */
final class DiagnosisText {
    private static final int NAMES = 14;
    private static final long MEGABYTE = 1L << 20;
    private final StringBuilder text = new StringBuilder();

    private DiagnosisText() {}

    static String write(Diagnosis diagnosis) {
        DiagnosisText writer = new DiagnosisText();
        writer.line("krait", diagnosis.krait());
        writer.python(diagnosis);
        writer.jvm(diagnosis.jvm());
        writer.line("cache", diagnosis.cache());
        writer.tried(diagnosis.search());
        writer.text.append(diagnosis.problem().isEmpty()
                ? "Python starts."
                : "Python does not start: " + diagnosis.problem());
        return writer.text.toString();
    }

    private void python(Diagnosis diagnosis) {
        if (diagnosis.running() == null) {
            line("python", "none");
            return;
        }
        Configuration python = diagnosis.running().configuration();
        line("python", python.version() + " (" + diagnosis.running().build() + ")");
        line("chosen", diagnosis.search().why());
        line("executable", python.executable());
        line("library", python.library());
        line("prefix", python.prefix());
        line("numpy", diagnosis.running().numpy());
    }

    private void jvm(Jvm jvm) {
        line("java", jvm.version() + " (" + jvm.vendor() + "), " + jvm.platform());
        line("java home", jvm.home());
        line("native access",
                jvm.nativeAccess()
                        ? "given"
                        : "missing: start Java with " + Jvm.NATIVE_ACCESS_FLAG);
        line("thread stack",
                jvm.threadStackBytes() == 0
                        ? "the system's"
                        : size(jvm.threadStackBytes()) + " for each Java thread (-Xss)");
        line("main stack", size(jvm.mainStackBytes()) + " for Python's main thread");
    }

    private static String size(long bytes) {
        return bytes % MEGABYTE == 0 ? bytes / MEGABYTE + " MB" : bytes / 1024 + " KB";
    }

    private void tried(Report search) {
        text.append("tried\n");
        for (Attempt attempt : search.attempts()) {
            text.append("  ").append(attempt.line()).append('\n');
        }
    }

    private void line(String name, Object value) {
        text.append(name).repeat(' ', NAMES - name.length()).append(value).append('\n');
    }
}
