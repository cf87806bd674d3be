package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** Classes of modules that ours does not require; Maven runs this test inside the named module. */
class NamedModuleTest {
    private final Python python = Python.start();

    @Test
    void methodsOfAProxyAreCalledThoughItsModuleWasMadeLater() {
        python.exec("from java.util import Comparator");
        assertEquals(-1,
                python.eval("Comparator(lambda a, b: a - b).reversed().compare(3, 2)").toJava());
        Comparator<?> natural = Comparator.naturalOrder();
        assertEquals(true, python.eval("lambda c: c.reversed().reversed() == c")
                .callAs(Boolean.class, natural));
    }

    @Test
    void classesOfModulesThatAreNotRequiredAreUsable() {
        python.exec("""
                from java.util.logging import Level, LogRecord, Logger
                record = LogRecord(Level.INFO, 'text')
                record.setLevel(Level.FINE)
                """);
        assertEquals("FINE", python.eval("record.getLevel().getName()").toJava());
        assertEquals(Integer.MAX_VALUE, python.eval("Level.OFF.intValue()").toJava());
        assertEquals("a.b", python.eval("Logger.getLogger('a.b').name").toJava());
    }

    @Test
    void fieldsOfModulesThatAreNotRequiredAreRead() {
        assertTrue(python.eval("__import__('java.sql').sql.Types.INTEGER").as(Integer.class) == 4);
    }
}
