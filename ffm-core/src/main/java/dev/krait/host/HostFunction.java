package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.util.Locale;

/**
 * The functions that {@code host.py} and the files beside it find under their names in small letters after an
 * underscore. What is behind one is loaded when it is first called.
 */
enum HostFunction {
    // classes
    CONSTRUCT(1), CLASS_MEMBER(2), FILL(1), SET_FALLBACK(2), FIND_CLASS(1), KEEPS_CLASSES(
            0), IS_CLASS(1), IS_PACKAGE(1), PACKAGE_NAMES(2), IMPLEMENT(1),
    // objects
    SAME(2), IDENTITY_HASH(1), CAST(2), IS_CONSTANT(1), PARTS(1), JSON(1), CLONE(1), NEW_ARRAY(2),
    // exceptions
    FRAMES(1), CARRIER(1), INIT_CAUSE(3),
    // monitors
    SYNCHRONIZED(2), ENTER_MONITOR(1), EXIT_MONITOR(1),
    // help() and inspect
    DECLARATIONS(1), MEMBER_NAME(1), MEMBER_OWNER(1), CLASS_TEXT(1), ATTRIBUTE_TEXT(1), IS_HIDDEN(
            1), IS_PROPERTY(1), IS_WRITABLE(1), WHY_HIDDEN(2),
    // protocols
    IS_CHUNKED(1), ITERATE(1, true), ITERATE_PAIRS(1), NEXT(1, true), SIZE(1, true), LIST_GET(2,
            true), MAP_GET(2, true), MAP_HAS(2, true), HAS(2, true), MAP_KEY(2,
                    true), ELEMENT(2, true), ARRAY_GET(2, true), ARRAY_SET(3, true);

    private final int least;
    private final boolean method;

    HostFunction(int least) {
        this(least, false);
    }

    /**
     * @param least how many arguments it takes at least, which are read without looking
     * @param method whether the object it is fetched from is its first argument
     */
    HostFunction(int least, boolean method) {
        this.least = least;
        this.method = method;
    }

    /** Gives all of them to Python. Callers hold the GIL. */
    static void define(Attachment thread) {
        for (HostFunction each : values()) {
            long function = each.method
                    ? CallableSlots.newRawMethod(each)
                    : CallableSlots.newRaw(each);
            HostPython.define(thread, "_" + each.name().toLowerCase(Locale.ROOT), function);
            Counts.release(function);
        }
    }

    /**
     * Runs it. Callers hold the GIL.
     *
     * @param args address of the borrowed arguments
     * @return an owned reference; 0 with an error pending
     */
    long call(Attachment thread, long args, int count) {
        if (count < least) {
            throw Refusal.type(
                    least + " arguments are needed, self among them; " + count + " were given");
        }
        return switch (this) {
            case CONSTRUCT -> Natives.construct(thread, args, count);
            case CLASS_MEMBER -> Natives.classMember(args);
            case FILL -> Natives.fill(thread, args);
            case SET_FALLBACK -> Natives.setFallback(args);
            case FIND_CLASS -> Natives.findClass(thread, args);
            case KEEPS_CLASSES -> Natives.keepsClasses();
            case IS_CLASS -> Natives.isClass(args);
            case IS_PACKAGE -> Natives.isPackage(args);
            case PACKAGE_NAMES -> Natives.packageNames(thread, args);
            case IMPLEMENT -> Natives.implement(thread, args, count);
            case SAME -> Natives.same(args);
            case IDENTITY_HASH -> Natives.identityHash(args);
            case CAST -> Natives.cast(thread, args);
            case IS_CONSTANT -> Natives.isConstant(args);
            case PARTS -> RecordNatives.parts(thread, args);
            case JSON -> HostPython.json(thread, Natives.at(args, 0));
            case CLONE -> Natives.cloneArray(thread, args);
            case NEW_ARRAY -> Natives.newArray(thread, args);
            case FRAMES -> ThrowableNatives.frames(thread, args);
            case CARRIER -> ThrowableNatives.carrier(thread, args, count);
            case INIT_CAUSE -> ThrowableNatives.initCause(thread, args);
            case SYNCHRONIZED -> Monitors.call(thread, args);
            case ENTER_MONITOR -> Monitors.enter(thread, args);
            case EXIT_MONITOR -> Monitors.exit(thread, args);
            case DECLARATIONS -> Descriptions.declarations(thread, args);
            case MEMBER_NAME -> Descriptions.memberName(thread, args);
            case MEMBER_OWNER -> Descriptions.memberOwner(thread, args);
            case CLASS_TEXT -> Descriptions.classText(thread, args);
            case ATTRIBUTE_TEXT -> Descriptions.attributeText(thread, args);
            case IS_HIDDEN -> Descriptions.isHidden(args);
            case IS_PROPERTY -> Descriptions.isProperty(args);
            case IS_WRITABLE -> Descriptions.isWritable(args);
            case WHY_HIDDEN -> Descriptions.whyHidden(thread, args);
            case IS_CHUNKED -> Protocols.isChunked(args);
            case ITERATE -> Protocols.iterate(thread, args);
            case ITERATE_PAIRS -> Protocols.iteratePairs(thread, args);
            case NEXT -> Protocols.next(thread, args);
            case SIZE -> Protocols.size(thread, args);
            case LIST_GET -> Protocols.listGet(thread, args);
            case MAP_GET -> Protocols.mapGet(thread, args);
            case MAP_HAS -> Protocols.mapHas(thread, args);
            case HAS -> Protocols.has(thread, args);
            case MAP_KEY -> Protocols.mapKey(thread, args);
            case ELEMENT -> Protocols.element(thread, args);
            case ARRAY_GET -> Protocols.arrayGet(thread, args);
            case ARRAY_SET -> Protocols.arraySet(thread, args);
        };
    }
}
