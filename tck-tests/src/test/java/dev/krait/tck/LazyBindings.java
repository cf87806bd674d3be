package dev.krait.tck;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.script.Bindings;

/** Bindings as workflow engines have them: values are made when asked for, and there is no list of the names. */
final class LazyBindings extends AbstractMap<String, Object> implements Bindings {
    final Map<String, Object> written = new HashMap<>();
    private final UnaryOperator<String> maker;

    LazyBindings(UnaryOperator<String> maker) {
        this.maker = maker;
    }

    @Override
    public Object get(Object key) {
        Object own = written.get(key);
        return own == null ? maker.apply((String) key) : own;
    }

    @Override
    public boolean containsKey(Object key) {
        return written.containsKey(key) || maker.apply((String) key) != null;
    }

    @Override
    public Object put(String name, Object value) {
        return written.put(name, value);
    }

    @Override
    public Object remove(Object key) {
        return written.remove(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("these names cannot be listed");
    }
}
