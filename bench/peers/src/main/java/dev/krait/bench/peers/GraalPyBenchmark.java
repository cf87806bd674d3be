package dev.krait.bench.peers;

/** The rows on GraalPy. */
public class GraalPyBenchmark extends PeerRows {
    /** Starts it. */
    public GraalPyBenchmark() {
        super(new GraalPy());
    }
}
