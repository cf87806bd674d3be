package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerCacheTest {
    @TempDir
    Path folder;
    private Sandbox machine;
    private Path python;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
        python = machine.python("opt/py", "3.12.4");
    }

    @Test
    void secondSearchStartsNoProcess() {
        Installation first = find();
        assertEquals(first, find());
        assertEquals(first, find());
        assertEquals(1, machine.spawned.get());
    }

    @Test
    void changedExecutableIsAskedAgain() throws IOException {
        find();
        FileTime time = Files.getLastModifiedTime(python);
        Files.setLastModifiedTime(python, FileTime.fromMillis(time.toMillis() + 1));
        find();
        assertEquals(2, machine.spawned.get(), "time");
        Files.writeString(python, "\u007fELF longer than before");
        Files.setLastModifiedTime(python, FileTime.fromMillis(time.toMillis() + 1));
        find();
        assertEquals(3, machine.spawned.get(), "size");
        find();
        assertEquals(3, machine.spawned.get());
    }

    @Test
    void changedVenvSettingsAreAskedAgain() throws IOException {
        Path settings = Sandbox.write(machine.root.resolve("opt/py/pyvenv.cfg"), "home = /usr/bin");
        find();
        find();
        assertEquals(1, machine.spawned.get());
        Files.setLastModifiedTime(settings, FileTime.fromMillis(1));
        find();
        assertEquals(2, machine.spawned.get(), "changed");
        Files.delete(settings);
        find();
        assertEquals(3, machine.spawned.get(), "gone");
    }

    @Test
    void libraryIsLookedForAfreshEachTime() throws IOException {
        Path library = find().library();
        Files.delete(library);
        assertEquals(Outcome.REFUSED,
                machine.report(python.toString()).attempts().getLast().outcome());
        Sandbox.library(library, 62);
        find();
        assertEquals(1, machine.spawned.get());
    }

    @Test
    void damagedFileIsIgnoredAndWrittenAnew() throws IOException {
        find();
        Path file = onlyFile();
        String whole = Files.readString(file);
        int asked = 1;
        for (String damage : List.of("", "nonsense", whole.substring(0, whole.length() / 2),
                whole.replace("bits=64", "bits=x"), whole.replace("end=1", ""))) {
            Files.writeString(file, damage);
            find();
            assertEquals(++asked, machine.spawned.get(), damage);
            assertEquals(whole, Files.readString(file));
        }
        Files.write(file, new byte[]{(byte) 0xC3, (byte) 0x28, 0, (byte) 0xFF});
        find();
        assertEquals(whole, Files.readString(file));
    }

    @Test
    void fileOfAnotherExecutableIsIgnored() throws IOException {
        find();
        Path file = onlyFile();
        Files.writeString(file,
                Files.readString(file).replace(python.toString(), "/opt/other/bin/python3"));
        find();
        assertEquals(2, machine.spawned.get());
    }

    @Test
    void cacheThatCannotBeWrittenDoesNoHarm() {
        machine.properties.put("krait.cache",
                Sandbox.write(folder.resolve("a-file"), "").toString());
        find();
        find();
        assertEquals(2, machine.spawned.get());
    }

    @Test
    void scriptsAndWrappersAreNotKept() throws IOException {
        Path wrapper = machine.candidate(machine.root.resolve("usr/bin/wrapper"),
                Sandbox.text(Sandbox.answer(machine.root.resolve("opt/py"), "3.12.4")));
        machine.report(wrapper.toString()).require();
        machine.report(wrapper.toString()).require();
        assertEquals(2, machine.spawned.get(), "its answer names another executable");
        Files.writeString(python, "#!/bin/sh\nexec -a \"$0\" /opt/real/python \"$@\"\n");
        find();
        find();
        assertEquals(4, machine.spawned.get(), "it is a script, though it names itself");
    }

    @Test
    void folderFollowsThePlatformAndTheProperty() {
        Surroundings around = machine.surroundings();
        assertEquals(machine.root.resolve("home/someone/.cache/krait"),
                around.platform().cacheFolder());
        machine.environment.put("XDG_CACHE_HOME", "/var/caches");
        assertEquals(Path.of("/var/caches/krait"), around.platform().cacheFolder());
        machine.properties.put("krait.cache", "named");
        find();
        assertTrue(Files.isDirectory(machine.root.resolve("home/someone/named/pythons")));
        machine.properties.put("os.name", "Mac OS X");
        assertEquals(machine.root.resolve("home/someone/Library/Caches/krait"),
                machine.surroundings().platform().cacheFolder());
        machine.properties.put("os.name", "Windows 11");
        machine.environment.put("LOCALAPPDATA", "/local");
        assertEquals(Path.of("/local/krait"), machine.surroundings().platform().cacheFolder());
    }

    @Test
    void manyThreadsAtOnceGetOneAnswerAndLeaveOneFile() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            Callable<Installation> search = this::find;
            List<Future<Installation>> found = Stream.generate(() -> pool.submit(search)).limit(64)
                    .toList();
            for (Future<Installation> one : found) {
                assertEquals("3.12.4", one.get().version());
            }
        }
        assertTrue(Files.readString(onlyFile()).endsWith("end=1"));
    }

    @Test
    void folderInPlaceOfTheFileIsIgnored() throws IOException {
        find();
        Path file = onlyFile();
        Files.delete(file);
        Files.createDirectory(file);
        Sandbox.write(file.resolve("inside"), "so that no file can be moved over it");
        assertEquals("3.12.4", find().version());
    }

    private Installation find() {
        return machine.report(python.toString()).require();
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files
                .list(machine.root.resolve("home/someone/.cache/krait/pythons"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst();
        }
    }
}
