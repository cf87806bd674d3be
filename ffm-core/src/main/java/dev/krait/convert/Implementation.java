package dev.krait.convert;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/** Runs the methods of Java interfaces in Python. A Java object that has one is Python's in truth. */
public interface Implementation extends InvocationHandler {

    /** Whether a Java object is implemented in Python. */
    static boolean isBehind(Object value) {
        return Proxy.isProxyClass(value.getClass())
                && Proxy.getInvocationHandler(value) instanceof Implementation;
    }
}
