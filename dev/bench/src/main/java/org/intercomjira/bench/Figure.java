package org.intercomjira.bench;

/**
 * One line of the result.
 *
 * @param name   {@code what.detail/where}
 * @param value  with its unit
 * @param target as the value; empty when the figure is for information
 * @param isMet  true also when there is no target
 * @param detail what stands behind the value
 */
record Figure(String name, String value, String target, boolean isMet, String detail) {
    static Figure atMost(double most, String unit, String name, double value, String detail) {
        return new Figure(name, Numbers.text(value) + unit, "<=" + Numbers.text(most) + unit, value <= most, detail);
    }

    static Figure atLeast(double least, String unit, String name, double value, String detail) {
        return new Figure(name, Numbers.text(value) + unit, ">=" + Numbers.text(least) + unit, value >= least, detail);
    }

    static Figure forInformation(String unit, String name, double value, String detail) {
        return new Figure(name, Numbers.text(value) + unit, "", true, detail);
    }

    String line() {
        return name + " " + value + (target.isEmpty() ? " -" : " " + target) + (isMet ? "" : " MISSED");
    }
}
