package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Unfit;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.io.File;
import java.nio.file.Path;

/** What is made of a str: nothing but a str counts as text; a path may also be an {@code os.PathLike}. */
final class TextTargets {
    private TextTargets() {}

    static void addTo(Conversion conversion) {
        conversion.addTarget(String.class,
                (_, _) -> (thread, object) -> text(thread, object, String.class));
        conversion.addTarget(CharSequence.class,
                (_, _) -> (thread, object) -> text(thread, object, CharSequence.class));
        conversion.addTarget(char.class, (_, _) -> TextTargets::character);
        conversion.addTarget(Character.class, (_, _) -> TextTargets::character);
        conversion.addTarget(Path.class,
                (_, _) -> (thread, object) -> Path.of(path(thread, object, Path.class)));
        conversion.addTarget(File.class,
                (_, _) -> (thread, object) -> new File(path(thread, object, File.class)));
    }

    static String text(Attachment thread, long object, Class<?> wanted) {
        if (!Text.isText(object)) {
            throw Unfit.form(thread, object, wanted);
        }
        return Text.read(object);
    }

    private static Object character(Attachment thread, long object) {
        String text = text(thread, object, char.class);
        if (text.length() != 1) {
            throw Unfit.form(thread, object, char.class);
        }
        return text.charAt(0);
    }

    private static String path(Attachment thread, long object, Class<?> wanted) {
        if (Text.isText(object)) {
            return Text.read(object);
        }
        long method = Attributes.find(thread, object, "__fspath__");
        if (method == 0) {
            throw Unfit.form(thread, object, wanted);
        }
        try {
            long path = Calls.call(method);
            try {
                return text(thread, path, wanted);
            } finally {
                Counts.release(path);
            }
        } finally {
            Counts.release(method);
        }
    }
}
