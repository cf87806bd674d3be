package dev.krait.examples.stock;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Runs a script of the application's users on its own objects, and calls a function of it. */
public final class StockScript {
    private StockScript() {}

    /** Runs the example. */
    public static void main(String[] args) throws Exception {
        System.out.println(run());
    }

    /** What the script says. */
    static String run() throws IOException, ScriptException, NoSuchMethodException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        try (ExecutorService pool = Executors.newFixedThreadPool(2); Reader script = script()) {
            engine.put("warehouse", new Warehouse(List.of(new Item("pen", "paper", 120, 0.8),
                    new Item("ink", "paper", 3, 4.5), new Item("lamp", "light", 14, 29.9))));
            engine.put("pool", pool);
            Object report = engine.eval(script);
            return report + "\n" + refused((Invocable) engine);
        }
    }

    /** The exception that the warehouse throws comes through Python as it is: its cause is Python's. */
    private static String refused(Invocable script) throws NoSuchMethodException {
        try {
            return "ordered " + script.invokeFunction("order", "lamp", 20);
        } catch (ScriptException refused) {
            return refused.getCause() instanceof OutOfStockException out
                    ? out.getMessage() + ", " + out.getMissing() + " missing"
                    : refused.toString();
        }
    }

    private static Reader script() {
        InputStream stream = StockScript.class.getResourceAsStream("stock.py");
        return new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8);
    }
}
