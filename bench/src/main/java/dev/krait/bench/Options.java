package dev.krait.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What {@code bench/run} was asked for.
 *
 * @param rows which ids
 * @param warmUps rounds of 0.25 s before it counts
 * @param rounds rounds that count
 * @param size the number of elements; 0 for that of each row
 * @param peers whom to run beside us
 */
record Options(Pattern rows, int warmUps, int rounds, long size, List<String> peers) {
    private static final List<String> PEERS = List.of("Jython", "GraalPy");

    static Options of(String... args) {
        Pattern rows = Pattern.compile(".*");
        int warmUps = 8;
        int rounds = 11;
        long size = 0;
        List<String> peers = new ArrayList<>();
        for (String each : args) {
            switch (each) {
                case "--quick" -> {
                    warmUps = 4;
                    rounds = 3;
                }
                case "--peers" -> peers.addAll(PEERS);
                default -> {
                    if (each.startsWith("--size=")) {
                        size = Long.parseLong(each.substring("--size=".length()));
                    } else {
                        rows = Pattern.compile(each);
                    }
                }
            }
        }
        return new Options(rows, warmUps, rounds, size, peers);
    }

    boolean wants(Row row) {
        return rows.matcher(row.id()).matches() && (size == 0 || row.isSized());
    }
}
