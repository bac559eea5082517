package org.beistand.client.ui.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A list of rows that stay the same controls while what they show changes: a button is never exchanged under the finger that
 * is about to press it.
 */
public final class KeyedRows<K, V> extends VBox {
    private final Function<V, K> keyOf;
    private final Function<V, Row<V>> make;
    private final Map<K, Row<V>> rows = new LinkedHashMap<>();

    /** One row of the list. */
    public interface Row<V> {
        Node node();

        void show(V value);
    }

    public KeyedRows(double gap, Function<V, K> keyOf, Function<V, Row<V>> make) {
        super(gap);
        this.keyOf = keyOf;
        this.make = make;
    }

    public void show(List<V> values) {
        List<K> keys = values.stream().map(keyOf).toList();
        rows.keySet().retainAll(keys);
        List<Node> nodes = new ArrayList<>();
        for (V value : values) {
            Row<V> row = rows.computeIfAbsent(keyOf.apply(value), key -> make.apply(value));
            row.show(value);
            nodes.add(row.node());
        }
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }
}
