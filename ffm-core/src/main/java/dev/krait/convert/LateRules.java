package dev.krait.convert;

import dev.krait.capi.DictApi;
import dev.krait.capi.ImportApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Names;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules for types of modules that nothing has imported yet: they join the table, by type object, once the module is
 * there. Guarded by the GIL.
 *
 * <p>The table of modules is looked through again only when its size has changed.
 */
final class LateRules {
    private final List<Entry> waiting = new ArrayList<>();
    private long modulesSeen = -1;

    private record Entry(String module, String name, PythonRules table, ToJava rule) {}

    void add(String module, String name, PythonRules table, ToJava rule) {
        waiting.add(new Entry(module, name, table, rule));
        modulesSeen = -1;
    }

    void resolve(Attachment thread) {
        long modules = ImportApi.getModuleDict();
        long size = DictApi.size(modules);
        if (size == modulesSeen) {
            return;
        }
        modulesSeen = size;
        for (Entry each : List.copyOf(waiting)) {
            long type = newType(thread, modules, each);
            if (type != 0) {
                waiting.remove(each);
                each.table.add(type, each.rule);
                Counts.release(type);
            }
        }
    }

    /** Owned; 0 when there is none yet. */
    private long newType(Attachment thread, long modules, Entry entry) {
        long key = Names.newName(thread, entry.module);
        long module = DictApi.getItemWithError(modules, key);
        Counts.release(key);
        if (module == 0) {
            Raise.checkOccurred();
            return 0;
        }
        long type = Attributes.find(thread, module, entry.name);
        if (type == 0) {
            // the module is being imported right now: look again next time
            modulesSeen = -1;
            return 0;
        }
        if (!Types.isInstance(type, Statics.TYPE)) {
            Counts.release(type);
            return 0;
        }
        return type;
    }
}
