package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@link Target}. */
class TargetTest {
    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x86_64", "Linux, aarch64, linux-arm64",
            "Mac OS X, aarch64, macosx-arm64", "Mac OS X, x86_64, macosx-x86_64",
            "Windows 11, amd64, windows-x86_64", "FreeBSD, riscv64, freebsd-riscv64"})
    void namesThePlatformAsTheArtifactsDo(String os, String arch, String classifier) {
        assertEquals(classifier, Target.of(os, arch).classifier());
    }
}
