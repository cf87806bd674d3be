/** libpython through java.lang.foreign: the core of Krait and its direct API. */
@SuppressWarnings("module") // the modules named in qualified exports are compiled after this one
module dev.krait.core {
    requires static transitive org.jspecify;
    requires org.apache.commons.lang3;

    exports dev.krait;
    exports dev.krait.error;
    exports dev.krait.discover to dev.krait.embedded;

    uses dev.krait.discover.PackagedPython;
}
