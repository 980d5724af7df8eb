package org.intercomjira.bench;

import java.util.ArrayList;
import java.util.List;

/** Prints figures as they come and keeps them for the report. */
final class Results {
    private final List<Figure> figures = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
        System.out.println(figure.line());
        System.err.println("    " + figure.detail());
    }

    List<Figure> all() {
        return List.copyOf(figures);
    }

    boolean allMet() {
        return figures.stream().allMatch(Figure::isMet);
    }
}
