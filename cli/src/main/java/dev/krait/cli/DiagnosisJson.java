package dev.krait.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.krait.Configuration;
import dev.krait.discover.Attempt;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A diagnosis for programs: one JSON object, whose names docs/cli.md lists. */
final class DiagnosisJson {
    private DiagnosisJson() {}

    static String write(Diagnosis diagnosis) throws IOException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("krait", diagnosis.krait());
        all.put("starts", diagnosis.problem().isEmpty());
        all.put("problem", diagnosis.problem());
        all.put("python",
                diagnosis.running() == null
                        ? null
                        : python(diagnosis.running(), diagnosis.search().why()));
        all.put("jvm", jvm(diagnosis.jvm()));
        all.put("cache", diagnosis.cache().toString());
        all.put("tried",
                diagnosis.search().attempts().stream().map(DiagnosisJson::attempt).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT)
                .with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(all);
    }

    private static Map<String, Object> python(Diagnosis.Running running, String why) {
        Configuration python = running.configuration();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", python.version());
        all.put("build", running.build());
        all.put("origin", python.origin());
        all.put("why", why);
        all.put("executable", python.executable().toString());
        all.put("library", python.library().toString());
        all.put("prefix", python.prefix().toString());
        all.put("numpy", running.numpy());
        return all;
    }

    private static Map<String, Object> jvm(Jvm jvm) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", jvm.version());
        all.put("vendor", jvm.vendor());
        all.put("home", jvm.home());
        all.put("platform", jvm.platform());
        all.put("nativeAccess", jvm.nativeAccess());
        all.put("missingFlags",
                jvm.nativeAccess() ? new String[0] : new String[]{Jvm.NATIVE_ACCESS_FLAG});
        all.put("threadStackBytes", jvm.threadStackBytes());
        all.put("mainStackBytes", jvm.mainStackBytes());
        return all;
    }

    private static Map<String, Object> attempt(Attempt attempt) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("origin", attempt.origin());
        all.put("place", attempt.place());
        all.put("outcome", attempt.outcome().name().toLowerCase(Locale.ROOT));
        all.put("reason", attempt.reason());
        all.put("remedy", attempt.remedy());
        return all;
    }
}
