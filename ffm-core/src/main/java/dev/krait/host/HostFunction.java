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
    CONSTRUCT, CLASS_MEMBER, FILL, SET_FALLBACK, FIND_CLASS, KEEPS_CLASSES, IS_PACKAGE, PACKAGE_NAMES, IMPLEMENT,
    // objects
    SAME, IDENTITY_HASH, CAST, IS_CONSTANT, PARTS, JSON, CLONE, NEW_ARRAY,
    // exceptions
    FRAMES, CARRIER, INIT_CAUSE,
    // monitors
    SYNCHRONIZED, ENTER_MONITOR, EXIT_MONITOR,
    // help() and inspect
    DECLARATIONS, MEMBER_NAME, MEMBER_OWNER, CLASS_TEXT, ATTRIBUTE_TEXT, IS_HIDDEN, IS_PROPERTY, IS_WRITABLE, WHY_HIDDEN,
    // protocols
    IS_CHUNKED, ITERATE(true), ITERATE_PAIRS, NEXT(true), SIZE(true), LIST_GET(true), MAP_GET(
            true), MAP_HAS(true), HAS(
                    true), MAP_KEY(true), ELEMENT(true), ARRAY_GET(true), ARRAY_SET(true);

    private final boolean method;

    HostFunction() {
        this(false);
    }

    /** @param method whether the object it is fetched from is its first argument */
    HostFunction(boolean method) {
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
        return switch (this) {
            case CONSTRUCT -> Natives.construct(thread, args, count);
            case CLASS_MEMBER -> Natives.classMember(args);
            case FILL -> Natives.fill(thread, args);
            case SET_FALLBACK -> Natives.setFallback(args);
            case FIND_CLASS -> Natives.findClass(thread, args);
            case KEEPS_CLASSES -> Natives.keepsClasses();
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
