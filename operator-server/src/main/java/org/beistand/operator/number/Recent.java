package org.beistand.operator.number;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** A map that forgets what was quiet longest when it is full. */
final class Recent<V> {
    private final int atMost;
    private final LinkedHashMap<String, V> values = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int atMost) {
        this.atMost = atMost;
    }

    Optional<V> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    V findOr(String key, Supplier<V> fresh) {
        V value = values.computeIfAbsent(key, any -> fresh.get());
        makeRoom();
        return value;
    }

    void put(String key, V value) {
        values.put(key, value);
        makeRoom();
    }

    /** Nothing happens if there is no value for that key. */
    void replace(String key, V value) {
        values.replace(key, value);
    }

    int size() {
        return values.size();
    }

    private void makeRoom() {
        while (values.size() > atMost) {
            values.pollFirstEntry();
        }
    }
}
