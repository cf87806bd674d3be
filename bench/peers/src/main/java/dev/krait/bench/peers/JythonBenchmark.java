package dev.krait.bench.peers;

/** The rows on Jython. */
public class JythonBenchmark extends PeerRows {
    /** Starts it. */
    public JythonBenchmark() {
        super(new Jython());
    }
}
