package dev.krait.examples.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StockScriptTest {
    @Test
    void scriptWorksOnTheApplicationsObjects() throws Exception {
        assertEquals("""
                light: 418.60
                paper: 109.50
                20 x pen
                out of stock: ink (2 more wanted)
                4 x lamp
                out of stock: lamp, 10 missing""", StockScript.run());
    }
}
