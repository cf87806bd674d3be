package dev.krait.convert.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Java's Lists and Sets look up the tuples and frozensets that equal them. */
class TupleKeysTest {
    private final Python python = Python.start();

    @SuppressWarnings("unchecked") // the expression is of a dict
    private Map<@Nullable Object, @Nullable Object> map(String expression) {
        return (Map<@Nullable Object, @Nullable Object>) Objects
                .requireNonNull(python.eval(expression).toJava());
    }

    @SuppressWarnings("unchecked") // the expression is of a set
    private Set<@Nullable Object> set(String expression) {
        return (Set<@Nullable Object>) Objects.requireNonNull(python.eval(expression).toJava());
    }

    @Test
    void aListFindsATupleAndASetAFrozenset() {
        Map<@Nullable Object, @Nullable Object> map = map(
                "{(1, 2): 'tuple', frozenset({1}): 'set', ((1, 'a'), frozenset({(2,)})): 'deep'}");
        assertEquals("tuple", map.get(List.of(1, 2)));
        assertEquals("tuple", map.get(List.of(1L, 2.0)));
        assertEquals("set", map.get(Set.of(1)));
        assertEquals("deep", map.get(List.of(List.of(1, "a"), Set.of(List.of(2)))));
        assertTrue(map.containsKey(new ArrayList<>(List.of(1, 2))));
        assertTrue(map.keySet().contains(List.of(1, 2)));
        assertNull(map.get(List.of(1)));
        assertEquals(Map.of(List.of(1, 2), "x"), map("{(1, 2): 'x'}"));
        assertTrue(set("{(1, 2)}").contains(List.of(1, 2)));
        assertEquals(Set.of(List.of(1, 2), Set.of(3)), set("{(1, 2), frozenset({3})}"));
    }

    @Test
    void theEntryThatIsThereIsChanged() {
        Map<@Nullable Object, @Nullable Object> map = map("{(1, 2): 'a'}");
        assertEquals("a", map.put(List.of(1, 2), "b"));
        map.putAll(Map.of(List.of(1, 2), "c"));
        assertEquals("{[1, 2]=c}", map.toString());
        assertEquals("c", map.remove(List.of(1, 2)));
        assertTrue(map.isEmpty());
        Set<@Nullable Object> set = set("{(1, 2)}");
        assertFalse(set.add(List.of(1, 2)));
        assertTrue(set.remove(List.of(1, 2)));
    }

    @Test
    void whatWasPutAsAListIsFoundAsOne() {
        Map<@Nullable Object, @Nullable Object> map = map("{}");
        List<Integer> key = List.of(1, 2);
        map.put(key, "a");
        assertEquals("a", map.get(List.of(1, 2)));
        assertEquals(key, map.keySet().iterator().next());
    }

    @Test
    void aViewOfAPythonListFindsTheTupleToo() {
        List<?> view = Objects.requireNonNull((List<?>) python.eval("[1, 2]").toJava());
        Map<@Nullable Object, @Nullable Object> map = map("{(1, 2): 'a'}");
        assertEquals("a", map.get(view));
        assertNull(map("{}").get(view));
        assertEquals("TypeError",
                assertThrows(PythonException.class, () -> map("{}").put(view, 1)).typeName());
    }

    @Test
    void whatPythonCannotHashInsideIsNotThere() {
        assertNull(map("{(1, 2): 'a'}")
                .get(List.of(Objects.requireNonNull(python.eval("[]").toJava()))));
        assertNull(map("{(1, 2): 'a'}")
                .get(Set.of(Objects.requireNonNull(python.eval("{}").toJava()))));
    }
}
