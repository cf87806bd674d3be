/** libpython through java.lang.foreign: the core of Krait and its direct API. */
@SuppressWarnings("module") // the modules named in qualified exports are compiled after this one
module dev.krait.core {
    requires static transitive org.jspecify;
    requires org.apache.commons.lang3;
    requires jdk.jfr;

    exports dev.krait;
    exports dev.krait.array;
    exports dev.krait.error;
    exports dev.krait.capi to dev.krait.engine;
    exports dev.krait.discover to dev.krait.embedded;
    exports dev.krait.gil to dev.krait.engine;
    exports dev.krait.ref to dev.krait.engine;
    exports dev.krait.raise to dev.krait.engine;
    exports dev.krait.op to dev.krait.engine;
    exports dev.krait.convert to dev.krait.engine;

    uses dev.krait.ConverterProvider;
    uses dev.krait.discover.PackagedPython;
}
