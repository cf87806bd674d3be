package dev.krait.convert.standard;

import dev.krait.capi.ObjectApi;
import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Bytes;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.commons.lang3.SystemUtils;
import org.jspecify.annotations.Nullable;

/** Decimal, paths and UUIDs; what has no Java form (a NaN, a path of another system) stays a Python object. */
final class TextRules {
    private TextRules() {}

    static void addTo(Conversion conversion, ContainerRule plain) {
        conversion.add("decimal", "Decimal", (ContainerRule) TextRules::decimal);
        conversion.add("uuid", "UUID", (thread, object) -> uuid(thread, object));
        conversion.add("pathlib", "PurePath", (ContainerRule) TextRules::path);
        conversion.add("pathlib", SystemUtils.IS_OS_WINDOWS ? "PurePosixPath" : "PureWindowsPath",
                plain);
    }

    private static @Nullable Object decimal(Conversion asked, Attachment thread, long object) {
        try {
            return new BigDecimal(text(object));
        } catch (NumberFormatException notFinite) {
            return asked.toPlainObject(thread, object);
        }
    }

    private static @Nullable Object path(Conversion asked, Attachment thread, long object) {
        try {
            return Path.of(text(object));
        } catch (InvalidPathException impossible) {
            return asked.toPlainObject(thread, object);
        }
    }

    private static UUID uuid(Attachment thread, long object) {
        long bytes = Attributes.get(thread, object, "bytes");
        try {
            ByteBuffer halves = ByteBuffer.wrap(Bytes.read(bytes));
            return new UUID(halves.getLong(), halves.getLong());
        } finally {
            Counts.release(bytes);
        }
    }

    private static String text(long object) {
        long text = Raise.check(ObjectApi.str(object));
        try {
            return Text.read(text);
        } finally {
            Counts.release(text);
        }
    }
}
