package org.beistand.benchmarks.desktop;

import java.util.Collection;
import java.util.stream.DoubleStream;

/** Numbers in their order. */
record Ranked(double[] values) {
    static Ranked of(DoubleStream values) {
        return new Ranked(values.sorted().toArray());
    }

    static Ranked of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue));
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** The least that this share of them does not exceed; NaN if there are none. */
    double at(double share) {
        return values.length == 0
                ? Double.NaN
                : values[Math.clamp((int) Math.ceil(share * values.length) - 1, 0, values.length - 1)];
    }

    double median() {
        return at(0.5);
    }

    double least() {
        return at(0);
    }

    double most() {
        return at(1);
    }
}
