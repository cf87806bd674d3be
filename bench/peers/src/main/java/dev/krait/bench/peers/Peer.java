package dev.krait.bench.peers;

import java.util.List;
import java.util.Map;

/** Another Python for Java, as far as the rows need it. What goes in and comes out are Java values. */
interface Peer {
    /** Runs statements. */
    void exec(String source);

    /** A global function. */
    Object function(String name);

    /** Calls it; the result as a String, Integer, Long or Double. */
    Object call(Object function, Object... arguments);

    /** Calls it; the result as the peer's own object. */
    Object callRaw(Object function, Object... arguments);

    /** Calls a function by its name. */
    Object callByName(String name);

    /** The value of an expression in text. */
    Object eval(String expression);

    /** Code that is kept. */
    Object compile(String expression);

    /** The value of code that was kept. */
    Object run(Object code);

    /** A Java List of boxed numbers, copied. */
    List<?> toList(Object list);

    /** A Java Map, copied. */
    Map<?, ?> toMap(Object dict);
}
