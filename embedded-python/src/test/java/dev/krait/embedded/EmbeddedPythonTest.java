package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.discover.Installation;
import dev.krait.discover.PackagedPython;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real artifacts, unpacked once for all tests of this class. */
class EmbeddedPythonTest {
    @TempDir
    static Path cache;
    private final List<String> told = new ArrayList<>();
    private Installation python = install();

    @BeforeAll
    static void chooseTheCache() {
        System.setProperty("krait.cache", cache.toString());
    }

    @BeforeEach
    void forgetTheFirstSentences() {
        told.clear();
    }

    @AfterEach
    void chooseTheCacheAgain() {
        System.setProperty("krait.cache", cache.toString());
        System.clearProperty("krait.embedded.verify");
    }

    private Installation install() {
        return new EmbeddedPython().install(told::add);
    }

    private Path library(String file) {
        return python.prefix().resolve("lib/python3.14").resolve(file);
    }

    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(python.executable().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet()
                .removeIf(name -> name.startsWith("SSL_CERT_") || name.startsWith("PYTHON"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip();
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    @Test
    void isAServiceOfItsModule() {
        boolean isProvided = EmbeddedPython.class.getModule().getDescriptor().provides().stream()
                .anyMatch(service -> service.service().equals(PackagedPython.class.getName())
                        && service.providers().equals(List.of(EmbeddedPython.class.getName())));
        assertTrue(isProvided);
    }

    @Test
    void namesItsVersions() {
        assertEquals("embedded CPython 3.14.3 with numpy 2.4.2", new EmbeddedPython().name());
    }

    @Test
    void saysWhatAStartNeeds() {
        assertEquals("3.14.3", python.version());
        assertTrue(Files.isRegularFile(python.library()));
        assertTrue(Files.isExecutable(python.executable()));
        assertEquals(python.prefix(), python.home());
        assertTrue(python.prefix().startsWith(cache));
    }

    @Test
    void secondInstallChangesNothing() throws IOException {
        Path init = library("os.py");
        FileTime before = Files.getLastModifiedTime(init);
        Object key = Files.readAttributes(init, BasicFileAttributes.class).fileKey();
        assertEquals(python, install());
        assertEquals(List.of(), told);
        assertEquals(before, Files.getLastModifiedTime(init));
        assertEquals(key, Files.readAttributes(init, BasicFileAttributes.class).fileKey());
    }

    @Test
    void interpreterRunsByItselfWithSslAndNumpy() throws Exception {
        String output = run("-c", "import sys, ssl, ctypes, numpy; "
                + "print(sys.version_info[:2], sys.prefix, numpy.linalg.inv(numpy.eye(2) * 2).tolist())");
        assertEquals("(3, 14) " + python.prefix() + " [[0.5, 0.0], [0.0, 0.5]]", output);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
    void opensOpenBlasOnlyForNumpy() throws Exception {
        assertEquals("False True",
                run("-c", "maps = lambda: 'openblas' in open('/proc/self/maps').read(); "
                        + "before = maps(); import numpy; print(before, maps())"));
    }

    @Test
    void verifiesCertificatesAgainstThoseOfTheSystem() throws Exception {
        boolean has = Files.exists(Path.of("/etc/ssl/certs/ca-certificates.crt"));
        assertEquals(has ? "True" : "False", run("-c",
                "import ssl; print(ssl.create_default_context().cert_store_stats()['x509_ca'] > 0)"));
    }

    @Test
    void libraryIsCompiled() throws Exception {
        assertTrue(Files.exists(library("__pycache__/os.cpython-314.pyc")));
        assertEquals(library("json/__init__.py").toString(),
                run("-c", "import json; print(json.loads.__code__.co_filename)"));
        assertEquals(python, install());
        assertEquals(List.of(), told);
    }

    @Test
    void pipRunsAndRefusesToChangeTheSharedTree() throws Exception {
        assertTrue(run("-m", "pip", "--version").startsWith("pip "));
        ProcessBuilder builder = new ProcessBuilder(python.executable().toString(), "-m", "pip",
                "install", "--no-index", "x").redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() != 0 && output.contains("-Dkrait.python=FOLDER"), output);
    }

    @Test
    void venvMadeFromItHasPip() throws Exception {
        Path folder = cache.resolve("venv");
        run("-m", "venv", "--system-site-packages", folder.toString());
        python = new Installation("venv", folder.resolve("bin/python"), python.library(),
                python.version(), folder, null, List.of(), List.of());
        assertEquals(folder + " True", run("-c",
                "import sys, pip, numpy; print(sys.prefix, pip.__file__.startswith(sys.prefix))"));
    }

    @Test
    void missingFilesArePutBack() throws Exception {
        Path code = library("__pycache__/os.cpython-314.pyc");
        byte[] source = Files.readAllBytes(library("ssl.py"));
        Files.delete(library("ssl.py"));
        Files.delete(code);
        install();
        assertTrue(told.getFirst().startsWith("Repaired 2 damaged files"), told::toString);
        assertEquals(new String(source, StandardCharsets.UTF_8),
                Files.readString(library("ssl.py")));
        assertTrue(Files.exists(code));
        told.clear();
        install();
        assertEquals(List.of(), told);
    }

    @Test
    void cutLibraryIsPutBack() throws IOException {
        long size = Files.size(python.library());
        try (var channel = Files.newByteChannel(python.library(), StandardOpenOption.WRITE)) {
            channel.truncate(1000);
        }
        install();
        assertEquals(1, told.size(), told::toString);
        assertEquals(size, Files.size(python.library()));
    }

    @Test
    void changedBytesArePutBackWhenVerifying() throws IOException {
        Path file = library("this.py");
        String text = Files.readString(file);
        Files.writeString(file, text.replace('a', 'b'));
        System.setProperty("krait.embedded.verify", "true");
        install();
        assertTrue(told.getFirst().endsWith("first lib/python3.14/this.py"), told::toString);
        assertEquals(text, Files.readString(file));
    }

    @Test
    void namesTheFolderAndThePropertyWhenItCannotWrite(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        System.setProperty("krait.cache", file.toString());
        String message = assertThrows(UncheckedIOException.class, this::install).toString();
        assertTrue(message.contains(file.toString()) && message.contains("-Dkrait.cache=FOLDER"),
                message);
    }
}
