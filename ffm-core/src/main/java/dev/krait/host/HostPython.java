package dev.krait.host;

import dev.krait.capi.DictApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.Names;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** The names of {@code host.py} that Java uses, and those that Java gives it. Borrowed for ever. */
final class HostPython {
    private static final String FILE = "host.py";
    private static final String JSON_FILE = "json.py";
    private static long json;
    private static long globals;
    private static long newType;
    private static long fill;
    private static long newError;
    private static long arity;
    private static long carrierOf;
    private static long newCarrierOf;
    private static long throwable;
    private static long javaInterface;
    private static long javaType;

    private HostPython() {}

    /** Callers hold the GIL. */
    static void load() {
        globals = BootModule.load(Host.class, FILE);
        newType = function("new_type");
        fill = function("fill");
        newError = function("new_error");
        arity = function("arity");
        carrierOf = function("carrier_of");
        newCarrierOf = function("new_carrier_of");
        throwable = function("Throwable");
        javaInterface = function("JavaInterface");
        javaType = function("JavaType");
    }

    /** Loads what stands on the functions of Java. Callers hold the GIL. */
    static void loadRest(Attachment thread) {
        long share = function("share");
        for (String file : new String[]{"mappings.py", "protocols.py", "twins.py", "copies.py",
                "descriptions.py", "packages.py"}) {
            Counts.release(Calls.call(thread, share, BootModule.load(Host.class, file)));
        }
        for (String name : new String[]{"set_up", "set_up_twins", "set_up_copies",
                "set_up_descriptions", "new_module"}) {
            Counts.release(Calls.call(function(name)));
        }
    }

    /** {@code json_of(value)}, whose code is loaded with the first one: owned. */
    static long json(Attachment thread, long value) {
        if (json == 0) {
            Counts.release(
                    Calls.call(thread, function("share"), BootModule.load(Host.class, JSON_FILE)));
            json = BootModule.function(JSON_FILE, "json_of");
        }
        return Calls.call(thread, json, value);
    }

    /** Lets the Python code use a type under a name. */
    static void define(Attachment thread, String name, long object) {
        long key = Names.newName(thread, name);
        Raise.checkStatus(DictApi.setItem(globals, key, object));
        Counts.release(key);
    }

    static long function(String name) {
        return BootModule.function(FILE, name);
    }

    /** {@code new_type(name, package, bases, protocols, class) -> type}. */
    static long newType() {
        return newType;
    }

    /** {@code fill(type, members, protocols)}. */
    static long fill() {
        return fill;
    }

    /** {@code new_error(type, text, carrier, cause)}. */
    static long newError() {
        return newError;
    }

    /** {@code arity(callable) -> least * 256 + most}. */
    static long arity() {
        return arity;
    }

    /** {@code carrier_of(exception)}: what stands for its Throwable, or None. */
    static long carrierOf() {
        return carrierOf;
    }

    /** {@code new_carrier_of(exception)}: another one, when the Throwable is gone. */
    static long newCarrierOf() {
        return newCarrierOf;
    }

    /** The root of mirrored exceptions. */
    static long throwable() {
        return throwable;
    }

    /** The root of mirrored interfaces. */
    static long javaInterface() {
        return javaInterface;
    }

    /** The metaclass. */
    static long javaType() {
        return javaType;
    }

    /** Python's None: owned. */
    static long none() {
        return Counts.retain(Statics.NONE);
    }

    /** A truth value: owned. */
    static long truth(boolean value) {
        return Counts.retain(value ? Statics.TRUE : Statics.FALSE);
    }
}
