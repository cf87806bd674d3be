package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Python;

/** Signals belong to the JVM. */
final class SignalScenarios {
    private static int reached;

    private SignalScenarios() {}

    private static final class Node {
        int value = 1;
    }

    @Scenario(tells = "faulthandler")
    static void faulthandlerLeavesNullChecksAlone() {
        Python.start().exec("import faulthandler\nfaulthandler.enable()");
        failNullChecks();
        Check.works();
    }

    @Scenario(tells = "faulthandler")
    static void faulthandlerRegisteredOrEnabledByHandLeavesThemToo() {
        Python.start().exec("""
                import faulthandler, signal, sys
                from faulthandler import enable
                enable(file=sys.__stderr__, all_threads=True)
                assert not faulthandler.is_enabled()
                faulthandler.register(signal.SIGUSR1)
                faulthandler.dump_traceback_later(100)
                faulthandler.cancel_dump_traceback_later()
                faulthandler.disable()
                """);
        failNullChecks();
    }

    /** The JIT leaves the null check to the hardware, once it has seen none fail. */
    private static void failNullChecks() {
        Node[] nodes = new Node[1000];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new Node();
        }
        long sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += sum(nodes);
        }
        nodes[500] = null;
        for (int i = 0; i < 5; i++) {
            Check.throwsKind(NullPointerException.class, () -> sum(nodes));
        }
        Check.that(sum == 20_000_000 && reached > 0, sum);
    }

    private static long sum(Node[] nodes) {
        long sum = 0;
        reached++;
        for (Node node : nodes) {
            sum += node.value;
        }
        return sum;
    }

    @Scenario(on = {MAIN, VIRTUAL})
    static void signalHandlersBelongToPythonsMainThread() {
        Check.raises("ValueError", () -> Python.start()
                .exec("import signal\nsignal.signal(signal.SIGTERM, lambda *a: None)"));
        Check.works();
    }
}
