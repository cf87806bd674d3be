package dev.krait.engine;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map.Entry;
import org.apache.commons.lang3.tuple.Pair;
import org.jspecify.annotations.Nullable;

/** The entries of a namespace. Iterators run over the names there were when they were made; values are read late. */
final class NamespaceEntries extends AbstractSet<Entry<String, Object>> {
    private final NamespaceBindings bindings;

    NamespaceEntries(NamespaceBindings bindings) {
        this.bindings = bindings;
    }

    @Override
    public Iterator<Entry<String, Object>> iterator() {
        Iterator<String> names = bindings.listed().iterator();
        return new Iterator<>() {
            private @Nullable String last;

            @Override
            public boolean hasNext() {
                return names.hasNext();
            }

            @Override
            public Entry<String, Object> next() {
                last = names.next();
                return new LiveEntry(bindings, last);
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("next() comes before remove()");
                }
                bindings.remove(last);
                last = null;
            }
        };
    }

    @Override
    public int size() {
        return bindings.size();
    }

    private static final class LiveEntry extends Pair<String, Object> {
        private static final long serialVersionUID = 1;
        private final transient NamespaceBindings bindings;
        private final String name;

        LiveEntry(NamespaceBindings bindings, String name) {
            this.bindings = bindings;
            this.name = name;
        }

        @Override
        public String getLeft() {
            return name;
        }

        @Override
        public @Nullable Object getRight() {
            return bindings.get(name);
        }

        @Override
        public String toString() {
            return name + "=" + getRight();
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            return bindings.put(name, value);
        }
    }
}
