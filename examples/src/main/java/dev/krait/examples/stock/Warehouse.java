package dev.krait.examples.stock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a shop. Any thread. */
public final class Warehouse {
    private final Map<String, Item> items = new LinkedHashMap<>();

    /** A warehouse with these items. */
    public Warehouse(List<Item> items) {
        items.forEach(each -> this.items.put(each.name(), each));
    }

    /** What is there now. */
    public synchronized List<Item> getItems() {
        return List.copyOf(items.values());
    }

    /** Takes some of an item away. */
    public synchronized void take(String name, int count) throws OutOfStockException {
        Item item = items.get(name);
        if (item == null || item.count() < count) {
            throw new OutOfStockException(name, item == null ? count : count - item.count());
        }
        items.put(name, new Item(name, item.category(), item.count() - count, item.price()));
    }
}
