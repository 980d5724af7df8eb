package org.intercomjira.bench;

import java.util.Arrays;
import java.util.Locale;

/** Medians and quartiles, and numbers as people read them. */
final class Numbers {
    private Numbers() {
    }

    /** Three digits that matter, no more. */
    static String text(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.valueOf(Math.round(value));
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    /** A quarter of the values is below it: of times, what the work takes when little else takes the processor away. */
    static double lowerQuartile(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 4];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
