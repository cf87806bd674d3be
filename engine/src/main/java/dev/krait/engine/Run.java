package dev.krait.engine;

import javax.script.ScriptContext;

/**
 * A script at work, or one that may be again: its engine, its context, and whether it wrote something.
 *
 * <p>The one of an engine's default context is used again and again, by several threads at once.
 */
final class Run {
    final KraitScriptEngine engine;
    final ScriptContext context;

    Run(KraitScriptEngine engine, ScriptContext context) {
        this.engine = engine;
        this.context = context;
    }
}
