package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.ConversionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What methods of implemented interfaces give, where the type arguments say it. */
class InterfaceResultsTest {
    private final Python python = Python.start();

    /** Names its type arguments by inheritance. */
    interface Lengths extends Function<String, Long> {}

    /** Has them everywhere. */
    interface Store<T> {
        T find(long id);

        List<T> all();

        Optional<T> first();

        Map<String, T[]> groups();

        default T second() {
            return all().get(1);
        }
    }

    /** What is stored. */
    record Item(String name, short price) {}

    private <T> T as(String expression, TypeRef<T> type) {
        return Objects.requireNonNull(python.eval(expression).as(type));
    }

    @Test
    void functionsGiveTheTypeTheirArgumentsName() {
        Function<Long, Long> twice = as("lambda x: x * 2", new TypeRef<>() {
        });
        assertEquals(8L, twice.apply(4L));
        BinaryOperator<Double> first = as("lambda a, b: 1", new TypeRef<>() {
        });
        assertEquals(1.0, first.apply(2.0, 3.0));
        Supplier<List<Double>> reals = as("lambda: [1, 2.5]", new TypeRef<>() {
        });
        assertEquals(1.0, reals.get().getFirst());
        Lengths lengths = Objects.requireNonNull(python.eval("len").as(Lengths.class));
        assertEquals(2L, lengths.apply("ab"));
        Lengths wrong = Objects.requireNonNull(python.eval("str.upper").as(Lengths.class));
        assertThrows(ConversionException.class, () -> wrong.apply("ab"));
    }

    @Test
    void soDoMethodsOfGenericInterfacesThatAreNotPublic() {
        python.exec("""
                class Store:
                    def find(self, id): return {'name': 'found', 'price': id}
                    def all(self): return [self.find(1), self.find(2)]
                    def first(self): return self.find(1)
                    def groups(self): return {'a': self.all()}
                """);
        Store<Item> store = as("Store()", new TypeRef<>() {
        });
        Item two = new Item("found", (short) 2);
        assertEquals(two, store.find(2));
        assertEquals(two, store.all().get(1));
        assertEquals(two, store.second());
        assertEquals(1, store.first().orElseThrow().price());
        assertEquals(two, assertInstanceOf(Item[].class, store.groups().get("a"))[1]);
        ConversionException unfit = assertThrows(ConversionException.class,
                () -> store.find(70000));
        assertEquals("price: 70000 does not fit short", unfit.getMessage());
    }
}
