package dev.krait.examples.orders;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Prints what Python makes of a few thousand orders: needs numpy, which the embedded Python has. */
public final class OrdersReport {
    private OrdersReport() {}

    /** Runs the example. */
    public static void main(String[] args) throws IOException, ScriptException {
        System.out.println(report());
    }

    /** The report as text. */
    static Object report() throws IOException, ScriptException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        try (Reader csv = resource("orders.csv"); Reader script = resource("report.py")) {
            ToDoubleFunction<Order> net = order -> order.quantity() * order.price()
                    * (order.quantity() >= 10 ? 0.9 : 1);
            engine.put("orders", new OrderRepository(csv));
            engine.put("net", net);
            return engine.eval(script);
        }
    }

    private static Reader resource(String name) {
        InputStream stream = OrdersReport.class.getResourceAsStream(name);
        return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
    }
}
