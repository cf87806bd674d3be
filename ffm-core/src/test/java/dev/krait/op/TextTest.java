package dev.krait.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final int ROUNDS = 20000;
    private final Python python = Python.start();
    private final PyObject same = python.eval("lambda s: (s, ascii(s), len(s))[0]");

    @Test
    void everyLengthAndWidthComesBack() {
        for (String unit : List.of("a", "\0", "é", "ÿ", "Ā", "中", "\uffff", "🐍", "\ud800",
                "\udc00", "\ufeff")) {
            for (int length : new int[]{0, 1, 2, 3, 4, 5, 63, 64, 65, 66, 67, 68, 4095, 4096, 4097,
                    8192, 9001}) {
                String plain = unit.repeat(length);
                assertComesBack(plain);
                assertComesBack("x".repeat(length) + unit);
                assertComesBack(unit + "y".repeat(length));
            }
        }
    }

    @Test
    void randomTextsComeBack() {
        Random random = new Random(7);
        int[] limits = {0x80, 0x100, 0x800, 0xD800, 0x10000, 0x110000};
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            int limit = limits[random.nextInt(limits.length)];
            int length = random.nextInt(100);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : limit));
            }
            assertComesBack(text.toString());
        }
    }

    @Test
    void pythonSeesTheSameCharacters() {
        assertTrue(python.eval("lambda s: s == '\\ufeff\\U0001f40d'").call("\ufeff🐍").isTrue());
        assertTrue(python.eval("lambda s: s == 'a' * 100 + '\\xe9' and s.isascii() is False")
                .call("a".repeat(100) + "é").isTrue());
        assertTrue(python.eval("lambda s: s.isascii() and hash(s) == hash('b' * 5000)")
                .call("b".repeat(5000)).isTrue());
        assertTrue(python.eval("lambda s: s == '\\u4e2d' * 5000 and s[4999] == '\\u4e2d'")
                .call("中".repeat(5000)).isTrue());
        assertTrue(python.eval("lambda s: s == '\\ud800' and len(s) == 1").call("\ud800").isTrue());
    }

    private void assertComesBack(String text) {
        assertEquals(text, same.callAs(String.class, text));
    }
}
