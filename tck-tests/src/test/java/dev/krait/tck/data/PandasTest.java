package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.Columns;
import dev.krait.error.ConversionException;
import dev.krait.error.PythonException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PandasTest {
    private final Python python = Python.start();

    @BeforeEach
    void needsPandas() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('pandas')").isTrue(),
                "needs pandas: runs on a Python that has it");
        python.exec("import pandas as pd, numpy as np");
    }

    private Columns columns(String frame) {
        return Objects.requireNonNull(python.eval(frame).as(Columns.class));
    }

    @Test
    void columnsThatCannotBeToldApartAreRefused() {
        for (Map.Entry<String, String> each : Map.of("pd.DataFrame([[1, 2]], columns=['a', 'a'])",
                "more than one column is named a", "pd.DataFrame([[1, 2]], columns=['1', 1])",
                "more than one column is named 1",
                "pd.DataFrame([[1]], columns=pd.MultiIndex.from_tuples([('a', 'x')]))",
                "columns of several levels").entrySet()) {
            PyObject frame = python.eval(each.getKey());
            PythonException refused = assertThrows(PythonException.class,
                    () -> frame.as(Columns.class));
            assertTrue(refused.text().startsWith(each.getValue()), refused.text());
        }
        assertEquals(List.of("level_0", "level_1", "v"), columns("pd.DataFrame({'v': [1]},"
                + " index=pd.MultiIndex.from_tuples([('a', 'x')])).reset_index()").names());
    }

    @Test
    void whatIsMissingIsNull() {
        assertNull(python.eval("pd.NA").toJava());
        assertArrayEquals(new Integer[]{1, null},
                python.eval("pd.Series([1, None], dtype='Int64')").as(Integer[].class));
        assertArrayEquals(new String[]{"a", null},
                python.eval("pd.Series(['a', None], dtype='string')").as(String[].class));
        assertEquals(Arrays.asList(true, null),
                python.eval("pd.Series([True, None], dtype='boolean')").as(List.class));
        assertEquals(Optional.empty(), python.eval("pd.NA").as(Optional.class));
        PyObject numbers = python.eval("pd.Series([1, None], dtype='Int64')");
        assertEquals("[1]: an object of type NAType has no form as int",
                assertThrows(ConversionException.class, () -> numbers.as(int[].class))
                        .getMessage());
    }

    @Test
    void columnsOfEveryKindComeToJava() {
        Columns table = columns("""
                pd.DataFrame({'price': [1.5, np.nan], 'count': np.array([1, 2], dtype='i4'),
                    'name': ['a', None], 'good': [True, False],
                    'day': pd.to_datetime(['2024-01-02', None]),
                    'zoned': pd.to_datetime(['2024-01-02T03:00+02:00'] * 2),
                    'level': pd.Categorical(['x', 'y']),
                    'maybe': pd.array([1, None], dtype='Int64'),
                    'text': pd.array(['t', None], dtype='string')})
                """);
        assertEquals(
                List.of("price", "count", "name", "good", "day", "zoned", "level", "maybe", "text"),
                table.names());
        assertEquals(2, table.rows());
        assertArrayEquals(new double[]{1.5, Double.NaN},
                table.array("price").toArray(double[].class));
        assertArrayEquals(new int[]{1, 2}, table.array("count").toArray(int[].class));
        assertArrayEquals(new String[]{"a", null}, table.texts("name"));
        assertArrayEquals(new boolean[]{true, false}, table.array("good").toArray(boolean[].class));
        assertArrayEquals(new LocalDate[]{LocalDate.of(2024, 1, 2), null},
                table.array("day").toArray(LocalDate[].class));
        assertEquals(Instant.parse("2024-01-02T01:00:00Z"),
                table.array("zoned").toArray(Instant[].class)[0]);
        assertArrayEquals(new String[]{"x", "y"}, table.texts("level"));
        assertArrayEquals(new double[]{1, Double.NaN},
                table.array("maybe").toArray(double[].class));
        assertArrayEquals(new String[]{"t", null}, table.texts("text"));
        assertThrows(IllegalArgumentException.class, () -> table.texts("price"));
        assertThrows(IllegalArgumentException.class, () -> table.array("name"));
        assertThrows(NoSuchElementException.class, () -> table.column("other"));
    }

    @Test
    void columnsOfJavaAreADataFrame() {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("price", new double[]{1.5, 2});
        columns.put("name", new String[]{"a", null});
        columns.put("when", new LocalDateTime[]{LocalDateTime.of(2024, 1, 2, 3, 4), null});
        columns.put("count", Arrays.asList(1, 2));
        PyObject frame = python.toPython(Columns.of(columns));
        python.main().set("frame", frame);
        for (String claim : List.of("type(frame) is pd.DataFrame",
                "list(frame.columns) == ['price', 'name', 'when', 'count']",
                "frame.price.dtype == 'float64' and frame.price.tolist() == [1.5, 2]",
                "frame.name[0] == 'a' and pd.isna(frame.name[1])",
                "frame.when[0] == pd.Timestamp('2024-01-02T03:04') and pd.isna(frame.when[1])",
                "frame['count'].dtype == 'int64' and frame['count'].sum() == 3")) {
            assertTrue(python.eval(claim).isTrue(), claim);
        }
        Columns back = columns("frame");
        python.exec("del frame");
        assertArrayEquals(new String[]{"a", null}, back.texts("name"));
        assertEquals(LocalDateTime.of(2024, 1, 2, 3, 4),
                back.array("when").toArray(LocalDateTime[].class)[0]);
    }

    @Test
    void aSeriesIsOneColumn() {
        Columns one = columns("pd.Series([1, 2], name='n')");
        assertEquals(List.of("n"), one.names());
        assertArrayEquals(new long[]{1, 2}, one.array("n").toArray(long[].class));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(ConversionException.class, () -> columns("[1]"));
        assertThrows(IllegalArgumentException.class,
                () -> Columns.of(Map.of("a", new int[1], "b", new int[2])));
        assertThrows(IllegalArgumentException.class, () -> Columns.of(Map.of("a", "text")));
    }
}
