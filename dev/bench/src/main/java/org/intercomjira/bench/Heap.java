package org.intercomjira.bench;

import java.lang.management.ManagementFactory;

/** What is alive in this process. */
final class Heap {
    static final long BETWEEN_SAMPLES = 4_000;
    private static final double MEGABYTE = 1_000_000;

    private Heap() {
    }

    /** The most megabytes that full collections have left. */
    static double highest(int samples) throws InterruptedException {
        double highest = 0;
        for (int sample = 0; sample < samples; sample++) {
            Thread.sleep(BETWEEN_SAMPLES);
            highest = Math.max(highest, afterCollection());
        }
        return highest;
    }

    /** Megabytes that a full collection leaves. */
    static double afterCollection() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
