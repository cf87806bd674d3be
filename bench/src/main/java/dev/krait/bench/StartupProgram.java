package dev.krait.bench;

import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** What W10 starts: an engine, {@code 1+1}, and the end. */
public final class StartupProgram {
    private StartupProgram() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws ScriptException {
        System.out.println(new ScriptEngineManager().getEngineByName("cpython").eval("1+1"));
    }
}
