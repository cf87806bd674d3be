/** CPython as a {@code javax.script} engine. */
module dev.krait.engine {
    requires transitive java.scripting;
    requires transitive dev.krait.core;
    requires org.apache.commons.lang3;
    requires static transitive org.jspecify;

    exports dev.krait.engine;

    provides javax.script.ScriptEngineFactory with dev.krait.engine.KraitScriptEngineFactory;
}
