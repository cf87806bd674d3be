package dev.krait.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a tree: one thread of one process of this user has it at a time.
 *
 * <p>The system takes it back when its process ends. The empty file stays, because removing it would let two in.
 */
final class CacheLock implements Closeable {
    private static final long PAUSE_MILLIS = 50;
    private final FileChannel channel;

    private CacheLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param file the file that stands for it
     * @param whenBusy run once if somebody else has it
     */
    static CacheLock take(Path file, Runnable whenBusy) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            boolean isTold = false;
            while (attempt(channel) == null) {
                if (!isTold) {
                    whenBusy.run();
                    isTold = true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return new CacheLock(channel);
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while another program was unpacking Python.", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held in this JVM, perhaps by the same class in another loader
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
