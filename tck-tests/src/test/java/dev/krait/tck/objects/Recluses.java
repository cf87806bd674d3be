package dev.krait.tck.objects;

import java.util.function.IntBinaryOperator;

/** Objects of classes that are not public, as tests and applications make them. */
@SuppressWarnings({"unused", "EffectivelyPrivate"}) // Python reaches what Java has no use for
public final class Recluses {
    private Recluses() {}

    private static class Secret {
        public int level = 1;

        public String tell(String what) {
            return what + level;
        }

        public static String rule() {
            return "static";
        }
    }

    /** Of a private class. */
    public static Object secret() {
        return new Secret();
    }

    /** Of a local record. */
    public static Object person(String name, int age) {
        record Person(String name, int age) {
            public String greeting() {
                return "I am " + name;
            }
        }
        return new Person(name, age);
    }

    /** Of an anonymous class with more methods than its interface. */
    public static Object anonymous() {
        return new IntBinaryOperator() {
            @Override
            public int applyAsInt(int a, int b) {
                return a - b;
            }

            public String more() {
                return "more";
            }
        };
    }

    static class Base {
        public int inherited = 5;

        public String hello() {
            return "hello";
        }
    }

    /** A public class that inherits public members of one that is not. */
    public static class Heir extends Base {
        public int getxAxis() {
            return 3;
        }

        public String getaway() {
            return "no getter";
        }

        public boolean issue() {
            return true;
        }
    }

    /** A field and a static method of one name, and a field that a subclass hides. */
    public static class Pair {
        public int left = 1;
        public String label = "base";

        public static Pair left(int left) {
            Pair made = new Pair();
            made.left = left;
            return made;
        }
    }

    /** Hides the field. */
    @SuppressWarnings("HidingField") // this is what is tested
    public static class NamedPair extends Pair {
        public String label = "derived";
    }
}
