package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.ConverterProvider;
import dev.krait.Converters;
import dev.krait.Python;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Common rules that ServiceLoader finds, in JVMs of their own. */
class ConverterProviderTest {
    record Money(long cents) {}

    public static final class Rules implements ConverterProvider {
        @Override
        public void addTo(Converters converters, Python python) {
            converters.toPython(Money.class, money -> money.cents() / 100.0)
                    .toPython(String.class, text -> text + "!")
                    .toJava("fractions", "Fraction",
                            fraction -> new Money(fraction.attr("numerator").as(long.class)))
                    .toJava("builtins", "int", number -> number.as(long.class));
        }
    }

    static final class Program {
        public static void main(String[] args) throws Exception {
            Path folder = Path.of(System.getProperty("krait.test.services"));
            Thread thread = Thread.currentThread();
            try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()},
                    thread.getContextClassLoader())) {
                thread.setContextClassLoader(loader);
                ScriptEngine engine = Engines.create();
                engine.put("money", new Money(150));
                engine.put("text", "a");
                Object number = Objects.requireNonNull(engine.eval("7"));
                System.out.println(engine.eval("repr((money, text))"));
                System.out.println(number.getClass().getSimpleName());
                System.out.println(engine.eval("import fractions\nfractions.Fraction(3)"));
            }
        }
    }

    @Test
    void itsRulesHoldEverywhereAlsoForTheCommonestTypes(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ConverterProvider.class.getName()),
                Rules.class.getName());
        Jvm.Ending ending = Jvm.java(Program.class, "-Dkrait.test.services=" + folder).run("");
        assertEquals("(1.5, 'a!')\nLong\nMoney[cents=3]\n", ending.output());
    }
}
