package dev.krait.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The artifacts found, taken together.
 *
 * @param artifacts CPython first
 * @param target the platform they are for
 * @param layout where their files go
 */
record Bundle(List<Artifact> artifacts, Target target, Layout layout) {
    /** Raised when trees made by older versions of this module must not be used any more. */
    private static final String FORMAT = "krait tree 1";

    /** Those that this process has on its paths. */
    static Bundle ofProcess() throws IOException {
        Target target = Target.ofProcess();
        return of(ArtifactSearch.ofProcess(target).all(), target);
    }

    /** Those artifacts, CPython first. */
    static Bundle of(List<Artifact> artifacts, Target target) {
        return new Bundle(artifacts, target,
                Layout.of(target, artifacts.getFirst().upstreamVersion()));
    }

    /** Python's version: {@code 3.14.3}. */
    String version() {
        return artifacts.getFirst().upstreamVersion();
    }

    /** {@code CPython 3.14.3 with numpy 2.4.2}. */
    String name() {
        StringBuilder name = new StringBuilder("CPython ").append(version());
        for (Artifact artifact : artifacts) {
            if (artifact.name().equals("numpy")) {
                name.append(" with numpy ").append(artifact.upstreamVersion());
            }
        }
        return name.toString();
    }

    /** A folder name that no other content shares. */
    String folder() {
        StringBuilder name = new StringBuilder("python-").append(version());
        CRC32 sum = new CRC32();
        sum.update(FORMAT.getBytes(StandardCharsets.UTF_8));
        for (Artifact artifact : artifacts) {
            sum.update(artifact.identity().getBytes(StandardCharsets.UTF_8));
            if (artifact.name().equals("numpy")) {
                name.append("-numpy-").append(artifact.upstreamVersion());
            }
        }
        return name + "-" + target.classifier() + "-" + Long.toHexString(sum.getValue());
    }

    /** Opens the jars. */
    Payload open() throws IOException {
        return new Payload(artifacts, target, layout);
    }
}
