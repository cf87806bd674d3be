package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

@DisplayName("Host: SciJava, whose scripts declare what they take and give")
class SciJavaTest {
    /** What a plug-in for SciJava contains, with the annotation {@code @Plugin(type = ScriptLanguage.class)}. */
    public static final class Python extends AdaptedScriptLanguage {
        /** Made by SciJava. */
        public Python() {
            super("cpython");
        }
    }

    @Test
    void inputsAreGlobalsAndOutputsAreFoundByName() throws Exception {
        assertEquals(Map.of("greeting", "hello Ada", "squares", List.of(0, 1, 4), "half", 1.5),
                run("""
                        #@ String(persist=false) name
                        #@ int(persist=false) n
                        #@output String greeting
                        #@output java.util.List squares
                        #@output double half
                        greeting = 'hello ' + name
                        squares = [i * i for i in range(n)]
                        half = n / 2
                        """, "name", "Ada", "n", 3).getOutputs());
    }

    @Test
    void aScriptWithoutOutputsGivesItsValue() throws Exception {
        assertEquals(8, run("#@ int(persist=false) n\nn * 2\n", "n", 4).getReturnValue());
        assertNull(run("#@ int(persist=false) n\nm = n * 2\n", "n", 4).getReturnValue());
    }

    private static ScriptModule run(String script, Object... inputs) throws Exception {
        try (Context context = new Context(ScriptService.class, PluginService.class)) {
            context.service(PluginService.class)
                    .addPlugin(new PluginInfo<>(Python.class, ScriptLanguage.class));
            return context.service(ScriptService.class).run("job.py", script, true, inputs).get();
        }
    }
}
