package dev.krait.convert.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.SerializationException;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.Test;

class ViewTest {
    private final Python python = Python.start();

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the expression makes it
    private <T> T view(String expression) {
        return (T) Objects.requireNonNull(python.eval(expression).toJava());
    }

    private String repr(Object view) {
        return python.toPython(view).repr();
    }

    @Test
    void aContainerComesBackAsTheSameObject() {
        for (String each : List.of("[1]", "(1,)", "{1: 2}", "{1}", "frozenset({1})", "iter([1])",
                "range(3)", "(x for x in [1])", "__import__('collections').OrderedDict(a=1)")) {
            PyObject object = python.eval(each);
            assertTrue(object.is(python.toPython(object.toJava())), each);
        }
    }

    @Test
    void serialisedViewsAreCopies() {
        for (String each : List.of("[1, [2.5, {'k': ('a', None)}], {3}]", "(1,)", "{'a': [1]}",
                "{1}", "frozenset({1})", "range(3)", "{'a': {'b': {}}}", "[]")) {
            Serializable view = view(each);
            Object copy = SerializationUtils.clone(view);
            assertEquals(view, copy, each);
            assertTrue(copy.getClass().getName().startsWith("java.util."), each);
        }
        Serializable opaque = view("[object()]");
        assertThrows(SerializationException.class, () -> SerializationUtils.serialize(opaque));
    }

    @Test
    void aListReadsAndWritesThePythonList() {
        List<Object> list = view("[1, 'a', None, 2.5, [3], {'k': (1,)}]");
        assertEquals(Arrays.asList(1, "a", null, 2.5, List.of(3), Map.of("k", List.of(1))), list);
        assertEquals(list, Arrays.asList(1, "a", null, 2.5, List.of(3), Map.of("k", List.of(1))));
        assertEquals(
                Arrays.asList(1, "a", null, 2.5, List.of(3), Map.of("k", List.of(1))).hashCode(),
                list.hashCode());
        assertEquals("[1, a, null, 2.5, [3], {k=[1]}]", list.toString());
        assertEquals(1, list.set(0, "first"));
        list.add(true);
        list.add(1, 7L);
        assertEquals("a", list.remove(2));
        list.addAll(0, List.of(-1, -2));
        list.addAll(List.of("x"));
        list.subList(3, 7).clear();
        assertEquals("[-1, -2, 'first', {'k': (1,)}, True, 'x']", repr(list));
        list.replaceAll(each -> each instanceof Integer i ? i * 10 : each);
        list.removeIf(each -> each instanceof Map);
        assertEquals("[-10, -20, 'first', True, 'x']", repr(list));
        list.clear();
        assertTrue(list.isEmpty());
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(0));
        assertThrows(IndexOutOfBoundsException.class, () -> list.add(1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.add(-1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> list.remove(-1));
    }

    @Test
    void bulkReadsSeeEveryElement() {
        List<Integer> list = view("list(range(10000))");
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 10000; i++) {
            expected.add(i);
        }
        assertEquals(expected, new ArrayList<>(list));
        assertEquals(expected, list.stream().toList());
        assertEquals(expected, list.parallelStream().map(x -> x).toList());
        List<Integer> seen = new ArrayList<>();
        list.forEach(seen::add);
        assertEquals(expected, seen);
        seen.clear();
        for (Integer each : list) {
            seen.add(each);
        }
        assertEquals(expected, seen);
        assertArrayEquals(new Integer[]{2, 3}, list.subList(2, 4).toArray(new Integer[0]));
        List<Object> numbers = view("[1]");
        assertThrows(ArrayStoreException.class, () -> numbers.toArray(new String[0]));
        assertEquals(List.of(9999, 9998), list.reversed().subList(0, 2));
    }

    @Test
    void iterationSeesChangesMadeMeanwhile() {
        List<Object> list = view("[0] * 100");
        int i = 0;
        for (Object each : list) {
            assertEquals(i, each);
            if (++i < 100) {
                list.set(i, i);
            }
        }
        ListIterator<Object> cursor = list.listIterator(50);
        assertEquals(49, cursor.previous());
        assertEquals(49, cursor.next());
        cursor.remove();
        cursor.add("new");
        assertEquals(50, cursor.next());
        assertEquals("new", list.get(49));
        Iterator<Object> open = list.iterator();
        open.next();
        python.toPython(list).invoke("pop");
        assertThrows(ConcurrentModificationException.class, open::next);
        Iterator<Object> end = Collections.emptyList().iterator();
        assertThrows(NoSuchElementException.class, end::next);
    }

    @Test
    void sortingKeepsTheElementsThemselves() {
        python.exec("class S(str): pass\nsl = [S('b'), S('c'), 'a']");
        List<String> list = view("sl");
        list.sort(Comparator.reverseOrder());
        assertEquals("['c:S', 'b:S', 'a:str']",
                python.eval("[x + ':' + type(x).__name__ for x in sl]").repr());
        list.sort(null);
        assertEquals(List.of("a", "b", "c"), list);
    }

    @Test
    void tuplesAndFrozenSetsDoNotChange() {
        List<Object> tuple = view("(1, 2)");
        Set<Object> set = view("frozenset({1})");
        assertThrows(UnsupportedOperationException.class, () -> tuple.add(1));
        assertThrows(UnsupportedOperationException.class, () -> tuple.set(0, 1));
        assertThrows(UnsupportedOperationException.class, () -> tuple.remove(0));
        assertThrows(UnsupportedOperationException.class, () -> set.add(2));
        assertThrows(UnsupportedOperationException.class, () -> set.remove(1));
        assertThrows(UnsupportedOperationException.class, set::clear);
        assertThrows(PythonException.class,
                () -> this.<List<Object>>view("range(2)").get(0).equals(python.eval("1/0")));
    }

    @Test
    void aDictReadsAndWritesThePythonDict() {
        Map<Object, Object> map = view("{'a': 1, 2: [3], None: 'n'}");
        Map<Object, Object> same = new HashMap<>();
        same.put("a", 1);
        same.put(2, List.of(3));
        same.put(null, "n");
        assertEquals(same, map);
        assertEquals(map, same);
        assertEquals(same.hashCode(), map.hashCode());
        assertEquals(same, new HashMap<>(map));
        assertEquals("{a=1, 2=[3], null=n}", map.toString());
        assertEquals(1, map.put("a", 10));
        assertNull(map.put("b", 11));
        assertNull(map.remove("none"));
        assertEquals(List.of(3), map.remove(2));
        map.putAll(Map.of("c", 12));
        assertNull(map.get(new ArrayList<>()));
        assertFalse(map.containsKey(python.eval("[]")));
        assertTrue(map.containsKey(null));
        assertEquals(10, map.computeIfPresent("a", (key, value) -> value));
        map.entrySet().iterator().next().setValue("first");
        assertEquals("{'a': 'first', None: 'n', 'b': 11, 'c': 12}", repr(map));
        assertTrue(map.keySet().remove("b"));
        assertTrue(map.values().remove("n"));
        assertEquals(Map.of("a", "first", "c", 12), map);
        map.entrySet().removeIf(entry -> entry.getValue() instanceof String);
        assertEquals("{'c': 12}", repr(map));
        map.clear();
        assertEquals(Map.of(), map);
    }

    @Test
    void bigDictsAreReadWhole() {
        Map<String, Double> map = view("{'key%d' % i: i * 0.5 for i in range(5000)}");
        Map<String, Double> expected = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            expected.put("key" + i, i * 0.5);
        }
        assertEquals(expected, new HashMap<>(map));
        Iterator<Map.Entry<String, Double>> each = map.entrySet().iterator();
        each.next();
        map.put("another", 1.0);
        assertThrows(ConcurrentModificationException.class, each::next);
    }

    @Test
    void subclassesKeepTheirOwnRules() {
        Map<Object, Object> defaults = view("__import__('collections').defaultdict(list, a=1)");
        assertNull(defaults.get("missing"));
        assertEquals(Map.of("a", 1), defaults);
        Map<Object, Object> ordered = view("__import__('collections').OrderedDict(a=1, b=2)");
        python.toPython(ordered).invoke("move_to_end", "a");
        assertEquals("[b, a]", ordered.keySet().toString());
        List<Object> tuple = view("__import__('collections').namedtuple('P', 'x y')(1, 2)");
        assertEquals(List.of(1, 2), tuple);
        python.exec("class Doubling(list):\n    def append(self, x): super().append(2 * x)");
        List<Object> doubling = view("Doubling([1])");
        doubling.add(2);
        assertEquals(List.of(1, 4), doubling);
    }

    @Test
    void aSetReadsAndWritesThePythonSet() {
        Set<Object> set = view("{1, 'a', None}");
        assertEquals(new HashSet<>(Arrays.asList(1, "a", null)), set);
        assertEquals(new HashSet<>(Arrays.asList(1, "a", null)).hashCode(), set.hashCode());
        assertFalse(set.add(1));
        assertTrue(set.add("b"));
        assertTrue(set.remove(null));
        assertFalse(set.remove("none"));
        assertFalse(set.contains(List.of()));
        set.removeIf("a"::equals);
        assertEquals(Set.of(1, "b"), set);
        assertTrue(set.retainAll(List.of("b")));
        assertEquals("{'b'}", repr(set));
        Iterator<Object> each = set.iterator();
        each.next();
        set.add("c");
        assertThrows(ConcurrentModificationException.class, each::remove);
    }

    @Test
    void containersThatHoldThemselvesEnd() {
        python.exec("loop = [1]; loop.append(loop); ring = {}; ring['r'] = ring");
        assertEquals("[1, (this Collection)]", this.<List<Object>>view("loop").toString());
        assertEquals("{r=(this Map)}", this.<Map<Object, Object>>view("ring").toString());
        assertEquals(this.<List<Object>>view("loop").hashCode(), view("loop").hashCode());
        python.exec("deep = []\nfor _ in range(5000): deep = [deep]");
        assertThrows(IllegalStateException.class, () -> view("deep").toString());
    }

    @Test
    void generatorsAreIteratorsThatClose() throws Exception {
        python.exec("log = []\ndef gen():\n    try:\n        yield 1\n        yield 2\n"
                + "    finally:\n        log.append('closed')");
        Iterator<Object> all = view("gen()");
        assertTrue(all.hasNext());
        assertEquals(1, all.next());
        assertEquals(2, all.next());
        assertFalse(all.hasNext());
        assertThrows(NoSuchElementException.class, all::next);
        IteratorView early = view("gen()");
        early.next();
        early.close();
        early.close();
        assertEquals("['closed', 'closed']", python.eval("log").repr());
        assertThrows(IllegalStateException.class, () -> python.toPython(early));
        Iterator<Object> failing = view("(1 // x for x in [0])");
        assertThrows(PythonException.class, failing::hasNext);
    }

    @Test
    void droppedViewsGiveTheirReferencesBack() throws InterruptedException {
        long before = python.memory().references();
        for (int i = 0; i < 1000; i++) {
            List<Map<String, Set<Object>>> list = view("[{'a': {1}}]");
            assertEquals(Set.of(1), list.get(0).get("a"));
        }
        for (int i = 0; i < 50 && python.memory().references() > before + 10; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertTrue(python.memory().references() <= before + 10);
    }

    @Test
    void aLoopThatAddsToItsOwnListEndsAtOnce() {
        List<Object> list = view("[1, 2]");
        Iterator<Object> each = list.iterator();
        each.next();
        list.add(3);
        assertTrue(each.hasNext());
        assertThrows(ConcurrentModificationException.class, each::next);
    }

    @Test
    void keysAndValuesAreCopiedWhole() {
        Map<Object, Object> map = view("{'a': 1, 'b': None}");
        assertArrayEquals(new Object[]{"a", "b"}, map.keySet().toArray());
        assertArrayEquals(new String[]{"a", "b"}, map.keySet().toArray(new String[0]));
        assertArrayEquals(new Object[]{1, null}, map.values().toArray());
        assertTrue(map.values().remove(1));
        assertEquals(Map.of("b", 1).keySet(), map.keySet());
    }
}
