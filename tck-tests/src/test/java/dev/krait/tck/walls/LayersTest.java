package dev.krait.tck.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A package of the core uses only packages above it in this list. */
@AnalyzeClasses(packages = "dev.krait", importOptions = MainCode.class)
class LayersTest {
    private static final List<String> LOWEST_FIRST = List.of("dev.krait.error", "dev.krait.event",
            "dev.krait.capi", "dev.krait.discover", "dev.krait.gil", "dev.krait.ref",
            "dev.krait.raise", "dev.krait.op", "dev.krait.convert", "dev.krait.host",
            "dev.krait.array", "dev.krait", "dev.krait.engine");

    @ArchTest
    static void layersOnlyLookDown(JavaClasses classes) {
        for (int i = 0; i < LOWEST_FIRST.size() - 1; i++) {
            String[] higher = LOWEST_FIRST.subList(i + 1, LOWEST_FIRST.size()).stream()
                    .map(LayersTest::withSubpackages).toArray(String[]::new);
            noClasses().that().resideInAPackage(withSubpackages(LOWEST_FIRST.get(i))).should()
                    .dependOnClassesThat().resideInAnyPackage(higher).allowEmptyShould(true)
                    .check(classes);
        }
    }

    /** The package of the direct API has the others below its name. */
    private static String withSubpackages(String layer) {
        return layer.equals("dev.krait") ? layer : layer + "..";
    }

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("dev.krait.(*)..").should()
            .beFreeOfCycles();
}
