package dev.krait.gil;

import java.lang.reflect.Member;
import org.jspecify.annotations.Nullable;

/** What of Java the Python code under an {@link Ambience} may use. Asked under the GIL: must not block. */
public interface Limits {
    /** Whether a class may be named. */
    boolean allowsClass(String name);

    /** Whether a public member may be used. */
    boolean allowsMember(Member member);

    /** Those that hold on this thread; null for none. */
    static @Nullable Limits here() {
        return FirstLimits.come && Attachment.current().context() instanceof Ambience ambience
                ? ambience.limits()
                : null;
    }

    /** To be called before the first code runs under limits, and again as one likes. */
    static void prepare() {
        if (!FirstLimits.come) {
            FirstLimits.come = true;
            Runnable preparation = FirstLimits.preparation;
            if (preparation != null) {
                Gil.run(preparation);
            }
        }
    }

    /** What has to be done when limits come into use, under the GIL: answers kept so far are no longer good for all. */
    static void preparation(Runnable step) {
        FirstLimits.preparation = step;
    }

    /** Whether there are any in this process. */
    static boolean areInUse() {
        return FirstLimits.come;
    }
}
