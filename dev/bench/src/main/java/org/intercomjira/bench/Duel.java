package org.intercomjira.bench;

import java.util.stream.DoubleStream;

/**
 * Two things measured in turn, so that whatever else the machine does weighs on both. Each round gives the ratio of its lower
 * quartiles (above them a busy machine shows itself more than the work); the result is the median of the rounds.
 */
final class Duel {
    private static final int ROUNDS = 7;
    /** With the one that warms up. */
    static final int ROUNDS_IN_ALL = ROUNDS + 1;
    private static final double MICROSECOND = 1_000;

    /** Does something once and says how long the part that counts took. */
    interface Trial {
        /** @param number of the trial, never the same twice */
        long nanos(int number) throws Exception;
    }

    /** Microseconds are medians of the rounds. */
    record Result(double ratio, double lowest, double highest, double firstMicros, double secondMicros) {
        String detail(String first, String second) {
            return first + " " + Numbers.text(firstMicros) + " µs, " + second + " " + Numbers.text(secondMicros) + " µs; ratios of the rounds "
                    + Numbers.text(lowest) + " to " + Numbers.text(highest);
        }
    }

    private final int pairs;
    private int trials;

    /** @param pairs in each round */
    Duel(int pairs) {
        this.pairs = pairs;
    }

    /** The first round warms up and does not count. */
    Result between(Trial first, Trial second) throws Exception {
        double[] ratios = new double[ROUNDS];
        double[] firsts = new double[ROUNDS];
        double[] seconds = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double[] quartiles = round(first, second);
            if (round >= 0) {
                firsts[round] = quartiles[0];
                seconds[round] = quartiles[1];
                ratios[round] = quartiles[0] / quartiles[1];
            }
        }
        return new Result(Numbers.median(ratios), DoubleStream.of(ratios).min().orElseThrow(), DoubleStream.of(ratios).max().orElseThrow(),
                Numbers.median(firsts), Numbers.median(seconds));
    }

    private double[] round(Trial first, Trial second) throws Exception {
        double[] firsts = new double[pairs];
        double[] seconds = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            int number = trials++;
            // Whoever comes second may profit from what the first has warmed up.
            if (number % 2 == 0) {
                firsts[pair] = first.nanos(number) / MICROSECOND;
                seconds[pair] = second.nanos(number) / MICROSECOND;
            } else {
                seconds[pair] = second.nanos(number) / MICROSECOND;
                firsts[pair] = first.nanos(number) / MICROSECOND;
            }
        }
        return new double[] {Numbers.lowerQuartile(firsts), Numbers.lowerQuartile(seconds)};
    }

    /** Times a piece of work. */
    static long time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    interface Work {
        void run() throws Exception;
    }
}
