package dev.krait.tck.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Arrays;

/** Who may touch what: the walls of DESIGN section 2. */
@AnalyzeClasses(packages = "dev.krait", importOptions = MainCode.class)
class WallsTest {
    @ArchTest
    static final ArchRule ONLY_CAPI_LINKS = outside("dev.krait.capi").should().dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.foreign.Linker");

    @ArchTest
    static final ArchRule ONLY_CAPI_OPENS_LIBRARIES_OR_REINTERPRETS = outside("dev.krait.capi")
            .should().callMethodWhere(named("reinterpret", "libraryLookup"));

    @ArchTest
    static final ArchRule ONLY_GIL_TOUCHES_THREAD_STATES = outside("dev.krait.gil",
            "dev.krait.capi").should().dependOnClassesThat().haveSimpleName("ThreadApi");

    @ArchTest
    static final ArchRule ONLY_REF_AND_THE_RELEASE_QUEUE_TOUCH_COUNTS = outside("dev.krait.ref",
            "dev.krait.gil", "dev.krait.capi").should().dependOnClassesThat()
            .haveSimpleName("RefApi");

    @ArchTest
    static final ArchRule ONLY_RAISE_READS_THE_PENDING_ERROR = outside("dev.krait.raise",
            "dev.krait.capi").should().dependOnClassesThat().haveSimpleName("ErrorApi");

    @ArchTest
    static final ArchRule THE_ENGINE_SEES_NO_NATIVE_MEMORY = noClasses().that()
            .resideInAPackage("dev.krait.engine..").should().dependOnClassesThat()
            .resideInAPackage("java.lang.foreign");

    private static GivenClassesConjunction outside(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages).and()
                .resideOutsideOfPackage("dev.krait.bench..");
    }

    private static DescribedPredicate<JavaMethodCall> named(String... names) {
        return DescribedPredicate.describe(
                "call of " + String.join(" or ", names) + " of java.lang.foreign",
                call -> Arrays.asList(names).contains(call.getName())
                        && call.getTargetOwner().getPackageName().equals("java.lang.foreign"));
    }
}
