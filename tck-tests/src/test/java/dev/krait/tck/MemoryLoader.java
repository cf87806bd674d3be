package dev.krait.tck;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A class loader that keeps what it loads in memory: its resources have no URLs. */
final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private volatile boolean isForgetful;

    /** Of the entries of a class path whose names have one of these parts. */
    MemoryLoader(String classPath, String... parts) throws IOException {
        super(getPlatformClassLoader());
        List<Path> entries = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> Stream.of(parts).anyMatch(entry::contains)).map(Path::of)
                .filter(Files::exists).toList();
        for (Path each : entries) {
            read(each);
        }
    }

    /** From now on it gives out nothing, not even classes of Java, as the loader of a web application that was stopped. */
    void forget() {
        isForgetful = true;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isForgetful) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    private void read(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            readAll(entry);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(entry)) {
                readAll(jar.getPath("/"));
            }
        }
    }

    private void readAll(Path root) throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path each : found.filter(Files::isRegularFile).toList()) {
                files.putIfAbsent(root.relativize(each).toString(), Files.readAllBytes(each));
            }
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = files.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = isForgetful ? null : files.get(name);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
