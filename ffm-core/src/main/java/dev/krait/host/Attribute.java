package dev.krait.host;

import dev.krait.gil.Attachment;

/** What a live object or class shows under a name that is no method. Called under the GIL. */
interface Attribute extends Member {
    /**
     * The value: owned; 0 for "this attribute itself", when it needs an instance and there is none.
     *
     * @param instance the live object, borrowed; 0 when the class was asked
     */
    long get(Attachment thread, long instance) throws Throwable;

    /** Sets the value (borrowed). */
    void set(Attachment thread, long instance, long value) throws Throwable;
}
