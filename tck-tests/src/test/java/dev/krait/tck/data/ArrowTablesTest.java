package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.array.Columns;
import dev.krait.array.NDArray;
import dev.krait.error.PythonException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of polars and pyarrow. */
class ArrowTablesTest {
    private final Python python = Python.start();

    record Row(String name, short price) {}

    private void need(String library) {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('" + library + "')")
                .isTrue(), "needs " + library + ": runs on a Python that has it");
        python.exec("""
                import datetime, decimal, %s as library
                from datetime import timedelta, timezone
                table_of = getattr(library, 'table', getattr(library, 'DataFrame', None))
                column_of = getattr(library, 'array', getattr(library, 'Series', None))
                moment = datetime.datetime(2024, 1, 2, 3)
                aware = moment.replace(tzinfo=timezone(timedelta(hours=2)))
                """.formatted(library));
    }

    private Columns columns(String table) {
        return Objects.requireNonNull(python.eval(table).as(Columns.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polars", "pyarrow"})
    void columnsOfEveryKindComeToJava(String library) {
        need(library);
        Columns table = columns("""
                table_of({'price': [1.5, None], 'count': [1, 2], 'maybe': [1, None],
                    'good': [True, False], 'unsure': [True, None], 'name': ['a', None],
                    'day': [datetime.date(2024, 1, 2), None], 'when': [moment, None],
                    'zoned': [aware, None], 'span': [timedelta(1), None],
                    'time': [datetime.time(1), None], 'pay': [decimal.Decimal('1.50'), None],
                    'list': [[1], [2, 3]]})""");
        assertEquals(List.of("price", "count", "maybe", "good", "unsure", "name", "day", "when",
                "zoned", "span", "time", "pay", "list"), table.names());
        assertArrayEquals(new double[]{1.5, Double.NaN},
                table.array("price").toArray(double[].class));
        assertArrayEquals(new long[]{1, 2}, table.array("count").toArray(long[].class));
        assertArrayEquals(new double[]{1, Double.NaN},
                table.array("maybe").toArray(double[].class));
        assertArrayEquals(new boolean[]{true, false}, table.array("good").toArray(boolean[].class));
        assertEquals(Arrays.asList(true, null), table.column("unsure"));
        assertArrayEquals(new String[]{"a", null}, table.texts("name"));
        assertArrayEquals(new LocalDate[]{LocalDate.of(2024, 1, 2), null},
                table.array("day").toArray(LocalDate[].class));
        assertArrayEquals(new LocalDateTime[]{LocalDateTime.of(2024, 1, 2, 3, 0), null},
                table.array("when").toArray(LocalDateTime[].class));
        assertEquals(Instant.parse("2024-01-02T01:00:00Z"),
                table.array("zoned").toArray(Instant[].class)[0]);
        assertArrayEquals(new Duration[]{Duration.ofDays(1), null},
                table.array("span").toArray(Duration[].class));
        assertEquals(Arrays.asList(LocalTime.of(1, 0), null), table.column("time"));
        assertEquals(Arrays.asList(new BigDecimal("1.50"), null), table.column("pay"));
        assertEquals(List.of(List.of(1), List.of(2, 3)), table.column("list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polars", "pyarrow"})
    void aColumnIsAnArray(String library) {
        need(library);
        PyObject column = python.eval("column_of([1, 2])");
        assertArrayEquals(new int[]{1, 2}, column.as(int[].class));
        assertArrayEquals(new double[]{1, 2}, column.as(double[].class));
        NDArray seen = Objects.requireNonNull(column.as(NDArray.class));
        assertArrayEquals(new long[]{1, 2}, seen.toArray(long[].class));
        assertEquals(List.of(1L, 2L), column.as(new TypeRef<List<Long>>() {
        }));
        PyObject gaps = python.eval("column_of([1, None])");
        assertEquals(Arrays.asList(1, null), gaps.as(List.class));
        assertArrayEquals(new Integer[]{1, null}, gaps.as(Integer[].class));
        assertArrayEquals(new String[]{"a", null},
                python.eval("column_of(['a', None])").as(String[].class));
        assertArrayEquals(new LocalDate[]{LocalDate.of(2024, 1, 2), null},
                python.eval("column_of([datetime.date(2024, 1, 2), None])").as(LocalDate[].class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polars", "pyarrow"})
    void rowsAreRecords(String library) {
        need(library);
        String table = "table_of({'name': ['a', 'b'], 'price': [5, 6]}).";
        PyObject rows = python
                .eval(table + (library.equals("polars") ? "to_dicts()" : "to_pylist()"));
        assertArrayEquals(new Row[]{new Row("a", (short) 5), new Row("b", (short) 6)},
                rows.as(Row[].class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polars", "pyarrow"})
    void arraysAndListsOfJavaAreColumns(String library) {
        need(library);
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("count", new int[]{1, 2});
        columns.put("price", NDArray.of(new double[]{1.5, 2}));
        columns.put("name", Arrays.asList("a", null));
        PyObject made = python.eval("lambda columns: table_of(dict(columns))").call(columns);
        Columns back = Objects.requireNonNull(made.as(Columns.class));
        assertArrayEquals(new int[]{1, 2}, back.array("count").toArray(int[].class));
        assertArrayEquals(new double[]{1.5, 2}, back.array("price").toArray(double[].class));
        assertArrayEquals(new String[]{"a", null}, back.texts("name"));
        List<Map<String, Object>> records = List.of(
                Map.of("day", LocalDate.of(2024, 1, 2), "pay", new BigDecimal("1.50")),
                Map.of("day", LocalDate.of(2024, 1, 3), "pay", new BigDecimal("2.50")));
        PyObject rows = python.eval("lambda rows: "
                + (library.equals("polars") ? "table_of(rows)" : "library.Table.from_pylist(rows)"))
                .call(python.eval("__import__('krait').py").call(records));
        Columns dated = Objects.requireNonNull(rows.as(Columns.class));
        assertArrayEquals(new LocalDate[]{LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)},
                dated.array("day").toArray(LocalDate[].class));
        assertEquals(List.of(new BigDecimal("1.50"), new BigDecimal("2.50")), dated.column("pay"));
    }

    @ParameterizedTest
    @ValueSource(strings = "pyarrow")
    void columnsOfOneNameAreRefused(String library) {
        need(library);
        PyObject table = python.eval("library.table([[1], [2]], names=['a', 'a'])");
        PythonException refused = assertThrows(PythonException.class,
                () -> table.as(Columns.class));
        assertTrue(refused.text().startsWith("more than one column is named a"), refused.text());
    }

    @ParameterizedTest
    @ValueSource(strings = "polars")
    void threadsOfPolarsWorkUnderPoolsAndCallbacks(String library) throws Exception {
        need(library);
        python.exec(
                """
                        def summed(rows):
                            return (library.DataFrame({'g': [i % 10 for i in range(rows)], 'v': range(rows)})
                                    .lazy().group_by('g').agg(library.col('v').sum()).sort('g')
                                    .collect()['v'].to_list()[0])
                        def mapped(function):
                            return library.Series(range(5)).map_elements(
                                function, return_dtype=library.Int64).to_list()
                        """);
        PyObject summed = python.eval("summed");
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Long>> sums = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sums.add(pool.submit(() -> summed.callAs(long.class, 20_000)));
            }
            for (Future<Long> each : sums) {
                assertEquals(19_990_000L, each.get(60, TimeUnit.SECONDS));
            }
        }
        IntUnaryOperator nested = each -> each
                + Objects.requireNonNull(summed.callAs(int.class, 20));
        assertEquals("[10, 11, 12, 13, 14]", python.eval("mapped").call(nested).toString());
    }
}
