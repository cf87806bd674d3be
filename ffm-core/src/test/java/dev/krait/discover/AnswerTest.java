package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final Map<String, String> good = Sandbox.answer(Path.of("/opt/py"), "3.12.4");

    @Test
    void whatIsPrintedAroundTheAnswerIsPassedOver() {
        Answer answer = parse("hello from sitecustomize\n" + Sandbox.text(good) + "bye\n");
        assertEquals("3.12.4", answer.version());
        assertEquals(Sandbox.text(good).strip(), answer.text());
        assertEquals("3.12", answer.feature());
    }

    @Test
    void windowsLineEndsDoNoHarm() {
        Answer answer = parse(Sandbox.text(good).replace("\n", "\r\n"));
        assertEquals("3.12.4", answer.version());
        assertEquals(64, answer.bits());
    }

    @Test
    void escapesGiveAnyCharacter() {
        good.put("prefix", "/opt/Дом 蛇 \\u \ud83d\udc0d=1");
        assertEquals("/opt/Дом 蛇 \\u \ud83d\udc0d=1",
                parse(Sandbox.text(good).replace("\\u ", "\\u005cu ")).value("prefix"));
    }

    @Test
    void partsOfAnAnswerAreNone() {
        String whole = Sandbox.text(good);
        for (int end = 0; end < whole.length() - "end=1\n".length(); end++) {
            assertNull(Answer.parse(whole.substring(0, end)), whole.substring(0, end));
        }
    }

    @Test
    void answersThatMakeNoSenseAreNone() {
        for (String name : List.of("version", "bits", "prefix", "base_prefix")) {
            for (String value : List.of("", "x")) {
                Map<String, String> bad = Sandbox.answer(Path.of("/opt/py"), "3.12.4");
                bad.put(name, value);
                if (!name.endsWith("prefix") || !value.equals("x")) {
                    assertNull(Answer.parse(Sandbox.text(bad)), name + "=" + value);
                }
            }
        }
        assertNull(Answer.parse("krait-probe=1\nno equals sign\nend=1\n"));
        assertNull(Answer.parse(Sandbox.text(good).replace("abiflags=", "abiflags=\\uXYZW")));
    }

    @Test
    void missingValuesAreEmpty() {
        Answer answer = parse(Sandbox.text(good));
        assertEquals("", answer.value("nothing"));
        assertNull(answer.path("nothing"));
        assertTrue(answer.isCPython());
    }

    private static Answer parse(String text) {
        Answer answer = Answer.parse(text);
        assertNotNull(answer);
        return answer;
    }
}
