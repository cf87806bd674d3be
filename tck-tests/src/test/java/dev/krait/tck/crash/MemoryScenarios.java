package dev.krait.tck.crash;

import dev.krait.LiveObjects;
import dev.krait.LiveObjects.Holder;
import dev.krait.MemoryCounters;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is alive is counted, named, and goes down again. */
final class MemoryScenarios {
    private MemoryScenarios() {}

    /** A class to be found in the report. */
    private static final class Kept {}

    @Scenario
    static void countersComeBackToWhereTheyWere() throws InterruptedException {
        Python python = Python.start();
        useMuch(python, 1);
        MemoryCounters before = python.memory();
        useMuch(python, 20);
        MemoryCounters after = python.memory();
        for (int wait = 0; wait < 100 && after.references() > before.references() + 40; wait++) {
            System.gc();
            Thread.sleep(20);
            after = python.memory();
        }
        python.exec("import gc\ngc.collect()");
        after = python.memory();
        Check.that(after.references() <= before.references() + 40, before + " " + after);
        Check.that(after.handles() <= before.handles() + 2,
                before + " " + after + python.leakReport());
        Check.that(after.collected() > before.collected() && after.scripts() > 0, after);
    }

    private static void useMuch(Python python, int rounds) {
        for (int round = 0; round < rounds; round++) {
            try (Namespace names = python.newNamespace()) {
                names.set("kept", new Kept());
                names.exec("others = [kept] * 10");
                for (int i = 0; i < 200; i++) {
                    names.eval("[1, 2, 3]");
                }
                Check.raises("ValueError", () -> names.exec("raise ValueError(kept)"));
            }
        }
    }

    @Scenario
    static void theReportNamesWhatIsKeptOnBothSides() {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        names.exec("class Held: pass\nkept = []");
        names.set("one", new Kept());
        names.set("two", new Kept());
        List<PyObject> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(names.eval("Held()"));
        }
        List<LiveObjects> report = python.leakReport();
        Check.that(
                report.contains(new LiveObjects(Holder.PYTHON, Kept.class.getName(), 2, List.of())),
                report);
        Check.that(
                report.stream()
                        .anyMatch(line -> line.holder() == Holder.JAVA
                                && line.type().endsWith("Held") && line.count() == held.size()),
                report);
        held.forEach(PyObject::close);
        Check.that(python.leakReport().stream().noneMatch(line -> line.type().endsWith("Held")),
                python.leakReport());
    }

    @Scenario(jvm = "-Dkrait.leaks=true")
    static void theReportTellsWhereTheOldestWasMade() {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        names.set("one", new Kept());
        names.exec("class Held: pass");
        try (PyObject held = names.eval("Held()")) {
            Check.that(!held.isClosed(), held);
            for (LiveObjects line : python.leakReport()) {
                boolean ours = line.type().endsWith("Held")
                        || line.type().equals(Kept.class.getName());
                Check.that(!ours || line.origin().stream().anyMatch(frame -> frame.getMethodName()
                        .equals("theReportTellsWhereTheOldestWasMade")), line);
            }
        }
    }

    /** The heap is small, and so is what may be outside of it. */
    @Scenario(jvm = "-Xmx200m")
    static void largePythonObjectsBehindSmallJavaOnesAreGivenBack() throws IOException {
        makeLargeObjects();
    }

    @Scenario(jvm = "-Dkrait.memory.limit=400m")
    static void theLimitForMemoryOutsideOfTheHeapCanBeSet() throws IOException {
        makeLargeObjects();
    }

    /** 200 times 20 MB in objects too small for Java to look for the dead ones by itself. */
    private static void makeLargeObjects() throws IOException {
        Python python = Python.start();
        long highest = 0;
        for (int i = 0; i < 200; i++) {
            Check.that(python.eval("b'x' * (20 << 20)").length() == 20 << 20, "wrong length");
            highest = Math.max(highest, residentBytes());
        }
        System.out.println("at most " + (highest >> 20) + " MB");
        Check.that(highest < 1500L << 20, highest);
    }

    private static long residentBytes() throws IOException {
        String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1];
        return Long.parseLong(pages) * 4096;
    }

    @Scenario
    static void closedObjectsAreRefused() {
        PyObject list = Python.start().eval("[1]");
        list.close();
        list.close();
        Check.throwsKind(IllegalStateException.class, () -> list.invoke("append", 1));
        Check.works();
    }

    @Scenario(jvm = "-Dkrait.check=true")
    static void theChecksFindUseWithoutTheGil() {
        Check.works();
        Check.throwsKind(AssertionError.class,
                () -> dev.krait.ref.Counts.retain(dev.krait.capi.Statics.NONE));
        Check.works();
    }
}
