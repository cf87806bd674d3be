package dev.krait.tck.crash;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A static method that must not harm the JVM: it runs in one of its own, once for each kind of thread named. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Scenario {
    /** What is printed when the method has returned. */
    String OVER = "scenario over";

    /** The threads it runs on. */
    Where[] on() default Where.MAIN;

    /** The exit code of the JVM. */
    int exit() default 0;

    /** What the standard output must hold. */
    String[] prints() default OVER;

    /** What the error output must hold. */
    String[] tells() default {};

    /** A Python module without which there is nothing to show. */
    String needs() default "";

    /** Options of the JVM. */
    String[] jvm() default {};

    /** The time limit. */
    int seconds() default 120;
}
