package dev.krait.capi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.gil.Gil;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every line of the table, in the libpython that runs; .ci/run repeats it on every Python found. */
class TableTest {
    /** The functions whose result the C API reference marks "borrowed reference". */
    private static final Set<String> DOCUMENTED_BORROWED = Set.of("PyDict_GetItemWithError",
            "PyErr_Occurred", "PyEval_GetBuiltins", "PyImport_AddModule", "PyImport_GetModuleDict",
            "PyList_GetItem", "PyModule_GetDict", "PyTuple_GetItem");
    /** The functions that the C API reference says take a reference over ("steals"), and Py_DecRef itself. */
    private static final Set<String> DOCUMENTED_STEALING = Set.of("PyErr_SetRaisedException",
            "PyList_SetItem", "PyTuple_SetItem", "Py_DecRef");

    @BeforeAll
    static void linkAll() throws Exception {
        Python.start();
        for (String name : apiClasses()) {
            Class.forName(name);
        }
    }

    @Test
    void everyLineResolvesOrIsMarkedOptional() throws Exception {
        assertTrue(Binding.linked().size() > 100, () -> "only " + Binding.linked().size());
        assertTrue(apiClasses().size() > 15);
    }

    @Test
    void borrowedResultsAreThoseOfTheReference() {
        assertEquals(new TreeSet<>(DOCUMENTED_BORROWED), names(
                Binding.linked().stream().filter(binding -> binding.result() == CType.BORROWED)));
    }

    @Test
    void stolenArgumentsAreThoseOfTheReference() {
        assertEquals(new TreeSet<>(DOCUMENTED_STEALING), names(Binding.linked().stream()
                .filter(binding -> binding.parameters().contains(CType.STOLEN))));
    }

    @Test
    void eachFunctionHasOneLine() {
        List<String> all = Binding.linked().stream().map(Binding::name).toList();
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    @Test
    void listKeepsTheReferenceItStole() {
        Gil.run(() -> {
            long list = ListApi.newList(1);
            long item = FloatApi.fromDouble(1.25);
            assertEquals(0, ListApi.setItem(list, 0, item));
            assertEquals(1, Memory.getInt(item));
            assertEquals(item, ListApi.getItem(list, 0));
            assertEquals(1, Memory.getInt(item));
            RefApi.decRef(list);
        });
    }

    private static Set<String> names(Stream<Binding> bindings) {
        return bindings.map(Binding::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> apiClasses() throws IOException, URISyntaxException {
        String folder = Binding.class.getPackageName().replace('.', '/');
        Path code = Path
                .of(Binding.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(code)) {
            return apiClasses(code.resolve(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
            return apiClasses(jar.getPath(folder));
        }
    }

    private static List<String> apiClasses(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\w+Api(\\$\\w+)?\\.class"))
                    .map(name -> Binding.class.getPackageName() + '.' + name.replace(".class", ""))
                    .sorted().toList();
        }
    }
}
