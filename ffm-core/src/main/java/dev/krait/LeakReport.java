package dev.krait;

import dev.krait.LiveObjects.Holder;
import dev.krait.capi.Layout;
import dev.krait.gil.Gil;
import dev.krait.gil.Origin;
import dev.krait.gil.Releases;
import dev.krait.host.Host;
import dev.krait.op.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is alive across the border, counted by class. */
final class LeakReport {
    private final Map<String, LiveObjects> lines = new LinkedHashMap<>();
    private final Holder holder;

    private LeakReport(Holder holder) {
        this.holder = holder;
    }

    static List<LiveObjects> now() {
        return Gil.call(_ -> {
            LeakReport python = new LeakReport(Holder.PYTHON);
            Host.forEachLive((object, origin) -> python.add(object.getClass().getName(), origin));
            LeakReport java = new LeakReport(Holder.JAVA);
            Releases.forEach(
                    (object, origin) -> java.add(Types.name(Layout.typeOf(object)), origin));
            List<LiveObjects> all = new ArrayList<>(python.lines.values());
            all.addAll(java.lines.values());
            return List.copyOf(all);
        });
    }

    /** The oldest comes first, and its origin stays. */
    private void add(String type, @Nullable Origin origin) {
        LiveObjects known = lines.get(type);
        lines.put(type,
                known == null
                        ? new LiveObjects(holder, type, 1, Origin.framesOf(origin))
                        : new LiveObjects(holder, type, known.count() + 1, known.origin()));
    }
}
