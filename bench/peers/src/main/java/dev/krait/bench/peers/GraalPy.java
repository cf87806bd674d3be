package dev.krait.bench.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** GraalPy through the polyglot API; on a JDK without the Graal compiler it interprets. */
final class GraalPy implements Peer {
    private static final String PYTHON = "python";
    private final Context context = Context.newBuilder(PYTHON).allowAllAccess(true)
            .allowHostAccess(HostAccess.ALL).option("engine.WarnInterpreterOnly", "false").build();

    @Override
    public void exec(String source) {
        context.eval(PYTHON, source);
    }

    @Override
    public Object function(String name) {
        return context.getBindings(PYTHON).getMember(name);
    }

    @Override
    public Object call(Object function, Object... arguments) {
        return ((Value) function).execute(arguments).as(Object.class);
    }

    @Override
    public Object callRaw(Object function, Object... arguments) {
        return ((Value) function).execute(arguments);
    }

    @Override
    public Object callByName(String name) {
        return call(function(name));
    }

    @Override
    public Object eval(String expression) {
        return context.eval(PYTHON, expression).as(Object.class);
    }

    @Override
    public Object compile(String expression) {
        return context.parse(Source.create(PYTHON, expression));
    }

    @Override
    public Object run(Object code) {
        return ((Value) code).execute().as(Object.class);
    }

    @Override
    public List<?> toList(Object list) {
        List<?> view = ((Value) list).as(List.class);
        return new ArrayList<>(view);
    }

    @Override
    public Map<?, ?> toMap(Object dict) {
        Map<?, ?> view = ((Value) dict).as(Map.class);
        return new HashMap<>(view);
    }
}
