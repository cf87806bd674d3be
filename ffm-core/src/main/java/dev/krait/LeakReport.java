package dev.krait;

import dev.krait.LiveObjects.Holder;
import dev.krait.capi.Layout;
import dev.krait.gil.Gil;
import dev.krait.gil.Releases;
import dev.krait.host.Host;
import dev.krait.op.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is alive across the border, counted by class. */
final class LeakReport {
    private LeakReport() {}

    static List<LiveObjects> now() {
        return Gil.call(_ -> {
            Map<String, Long> heldByPython = new LinkedHashMap<>();
            Host.liveObjects().forEach(
                    object -> heldByPython.merge(object.getClass().getName(), 1L, Long::sum));
            Map<String, Long> heldByJava = new LinkedHashMap<>();
            Releases.forEach(
                    object -> heldByJava.merge(Types.name(Layout.typeOf(object)), 1L, Long::sum));
            List<LiveObjects> lines = new ArrayList<>();
            heldByPython.forEach(
                    (type, count) -> lines.add(new LiveObjects(Holder.PYTHON, type, count)));
            heldByJava
                    .forEach((type, count) -> lines.add(new LiveObjects(Holder.JAVA, type, count)));
            return List.copyOf(lines);
        });
    }
}
