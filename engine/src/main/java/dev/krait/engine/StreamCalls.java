package dev.krait.engine;

import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What {@code streams.py} asks of Java: the streams of the script that runs on the calling thread. */
final class StreamCalls {
    private StreamCalls() {}

    /** {@code java_write(kind, text)}: False where no script runs. */
    static long write(Attachment thread, long arguments) throws Exception {
        if (!(thread.context() instanceof Run run)) {
            return Functions.bool(false);
        }
        Writer writer = run.writer(Functions.number(thread, arguments, 0) != 0);
        if (writer != null) {
            String text = Functions.text(arguments, 1);
            if (writer.getClass() == StringWriter.class) {
                writer.write(text); // never blocks: the GIL need not be given up
            } else {
                outside(thread, () -> {
                    writer.write(text);
                    return writer;
                });
            }
            run.wrote();
        }
        return Functions.bool(true);
    }

    /** {@code java_flush(kind)}: False where no script runs. */
    static long flush(Attachment thread, long arguments) throws Exception {
        if (!(thread.context() instanceof Run run)) {
            return Functions.bool(false);
        }
        Writer writer = run.writer(Functions.number(thread, arguments, 0) != 0);
        if (writer != null) {
            outside(thread, () -> {
                writer.flush();
                return writer;
            });
        }
        return Functions.bool(true);
    }

    /** {@code java_read(size, line)}: None where no script runs. */
    static long read(Attachment thread, long arguments) throws Exception {
        if (!(thread.context() instanceof Run run)) {
            return Functions.none();
        }
        long size = Functions.number(thread, arguments, 0);
        long most = size < 0 ? Long.MAX_VALUE : size;
        boolean line = Functions.truth(arguments, 1);
        Reader reader = run.context.getReader();
        return Text.newText(thread,
                outside(thread, () -> line ? readLine(reader, most) : read(reader, most)));
    }

    /** Without the GIL. What a host's stream throws is Python's OSError; Errors, and errors of Python, stay themselves. */
    private static <T> T outside(Attachment thread, Callable<T> code) throws Exception {
        return Released.call(thread, () -> {
            try {
                return code.call();
            } catch (PythonException failed) {
                throw failed;
            } catch (RuntimeException failed) {
                throw new IOException(failed.toString(), failed);
            }
        });
    }

    /** Characters, never half of one. */
    private static String read(@Nullable Reader reader, long most) throws IOException {
        if (reader == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        char[] block = new char[(int) Math.min(most, 8192)];
        while (text.length() < most) {
            int count = reader.read(block, 0, (int) Math.min(block.length, most - text.length()));
            if (count < 0) {
                break;
            }
            text.append(block, 0, count);
        }
        int half = text.isEmpty() || !Character.isHighSurrogate(text.charAt(text.length() - 1))
                ? -1
                : reader.read();
        return half < 0 ? text.toString() : text.append((char) half).toString();
    }

    /** A line with its end, which is one {@code \n}: nothing behind it may be taken from the reader. */
    private static String readLine(@Nullable Reader reader, long most) throws IOException {
        StringBuilder text = new StringBuilder();
        int unit = 0;
        while (reader != null && unit != '\n' && text.length() < most
                && (unit = reader.read()) >= 0) {
            if (unit == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
                text.setLength(text.length() - 1);
            }
            text.append((char) unit);
        }
        return text.toString();
    }
}
