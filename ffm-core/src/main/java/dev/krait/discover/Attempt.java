package dev.krait.discover;

import org.jspecify.annotations.Nullable;

/**
 * One place that was tried.
 *
 * @param origin what led there: {@code -Dkrait.python}, {@code VIRTUAL_ENV}, {@code PATH} ...
 * @param place the path, command or setting that was tried; may be empty
 * @param outcome how it ended
 * @param reason why it cannot be used, empty when it can
 * @param remedy what to do about it, empty when nothing need be done
 * @param installation what was found; null unless the outcome is {@link Outcome#USABLE}
 */
public record Attempt(String origin, String place, Outcome outcome, String reason, String remedy,
        @Nullable Installation installation) {

    static Attempt usable(Installation found, String place) {
        return new Attempt(found.origin(), place, Outcome.USABLE, "", "", found);
    }

    static Attempt refused(String origin, String place, UnusablePython why) {
        return new Attempt(origin, place, Outcome.REFUSED, why.reason(), why.remedy(), null);
    }

    static Attempt absent(String origin, String reason) {
        return new Attempt(origin, "", Outcome.ABSENT, reason, "", null);
    }

    /** One line for people: origin, place, reason, remedy. */
    public String line() {
        StringBuilder line = new StringBuilder(origin);
        if (!place.isEmpty() && !place.equals(origin)) {
            line.append(' ').append(place);
        }
        line.append(": ")
                .append(installation == null ? reason : "CPython " + installation.version());
        return (remedy.isEmpty() ? line : line.append(". Remedy: ").append(remedy)).toString();
    }
}
