package dev.krait.examples.orders;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** All orders of a CSV file, in memory. */
public final class OrderRepository {
    private final List<Order> orders;

    /** Reads the file. */
    public OrderRepository(Reader csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        orders = format.parse(csv).stream().map(OrderRepository::order).toList();
    }

    /** Every order. */
    public List<Order> all() {
        return orders;
    }

    /** The orders from one country. */
    public List<Order> of(String country) {
        return orders.stream().filter(order -> order.country().equals(country)).toList();
    }

    /** The countries, sorted. */
    public List<String> countries() {
        return orders.stream().map(Order::country).distinct().sorted().toList();
    }

    private static Order order(CSVRecord line) {
        return new Order(Integer.parseInt(line.get("id")), line.get("customer"),
                LocalDate.parse(line.get("day")), line.get("country"),
                Integer.parseInt(line.get("quantity")), Double.parseDouble(line.get("price")));
    }
}
