package dev.krait.op;

import dev.krait.capi.EvalApi;
import dev.krait.capi.ImportApi;
import dev.krait.capi.LifecycleApi;
import dev.krait.capi.Memory;
import dev.krait.discover.Surroundings;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The code objects of our own Python files, kept in the user's cache folder as Python itself keeps those of modules:
 * compiling them took a fifth of a start with an AOT cache. Callers hold the GIL.
 *
 * <p>A file holds the version of Python and the source it belongs to, a checksum, and the code as {@code marshal} writes
 * it; a file that does not fit exactly is as good as none.
 */
final class CodeCache {
    private static final int FILE_INPUT = 257; // Py_file_input
    private static final int NOT_OPTIMIZED = 0;
    private static final String FILE = "<krait>";
    private static final Path FOLDER = Surroundings.ofProcess().cacheFolder().resolve("code");

    private CodeCache() {}

    /** The code of a source: owned. */
    static long newCode(String resource, String source) {
        byte[] key = (Memory.getText(LifecycleApi.getVersion()) + '\n' + source)
                .getBytes(StandardCharsets.UTF_8);
        Path file = FOLDER.resolve(resource.substring(resource.lastIndexOf('/') + 1) + '-'
                + Integer.toHexString(Arrays.hashCode(key)));
        byte[] kept = read(file, key);
        if (kept != null) {
            return marshal("loads", Bytes.newBytes(Attachment.current(), kept));
        }
        long code = compile(source);
        long bytes = marshal("dumps", Counts.retain(code));
        write(file, key, Bytes.read(bytes));
        Counts.release(bytes);
        return code;
    }

    private static long compile(String source) {
        try (Arena arena = Arena.ofConfined()) {
            return Raise.check(EvalApi.compileStringExFlags(arena.allocateFrom(source).address(),
                    Memory.textForEver(FILE), FILE_INPUT, 0, NOT_OPTIMIZED));
        }
    }

    /** Calls a function of {@code marshal} with one argument, which is taken over: owned. */
    private static long marshal(String function, long argument) {
        Attachment thread = Attachment.current();
        long name = Names.newName(thread, "marshal");
        long module = ImportApi.importModule(name);
        Counts.release(name);
        long callable = 0;
        try {
            callable = Attributes.get(thread, Raise.check(module), function);
            return Calls.call(thread, callable, argument);
        } finally {
            Counts.releaseIfAny(callable);
            Counts.releaseIfAny(module);
            Counts.release(argument);
        }
    }

    private static byte @Nullable [] read(Path file, byte[] key) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
            if (content.remaining() < key.length + Long.BYTES
                    || !Arrays.equals(content.array(), 0, key.length, key, 0, key.length)) {
                return null;
            }
            content.position(key.length);
            long checksum = content.getLong();
            byte[] code = new byte[content.remaining()];
            content.get(code);
            return checksum == checksum(code) ? code : null;
        } catch (IOException absent) {
            return null;
        }
    }

    private static void write(Path file, byte[] key, byte[] code) {
        try {
            Files.createDirectories(FOLDER);
            Path draft = Files.createTempFile(FOLDER, "code", ".new");
            try {
                Files.write(draft, ByteBuffer.allocate(key.length + Long.BYTES + code.length)
                        .put(key).putLong(checksum(code)).put(code).array());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException noCache) {
            // the next start compiles again, that is all
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
