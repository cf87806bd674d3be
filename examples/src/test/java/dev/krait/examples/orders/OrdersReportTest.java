package dev.krait.examples.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrdersReportTest {
    @Test
    void countsEveryOrderOnce() throws Exception {
        String[] lines = OrdersReport.report().toString().split("\n", -1);
        int counted = 0;
        for (String line : lines) {
            if (line.matches("[A-Z]{2} .*")) {
                counted += Integer.parseInt(line.substring(2, 10).strip());
            }
        }
        assertEquals(3000, counted);
        assertTrue(lines[lines.length - 1].startsWith("best day: 2026-"), lines[lines.length - 1]);
    }
}
