package dev.krait;

/** Adds rules for everybody when Python starts; found through {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface ConverterProvider {
    /**
     * Adds the rules.
     *
     * @param converters the common ones
     * @param python the Python that has just started, for types of its own; modules are better named than imported
     */
    void addTo(Converters converters, Python python);
}
