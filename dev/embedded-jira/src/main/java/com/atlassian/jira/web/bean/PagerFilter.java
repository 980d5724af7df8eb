package com.atlassian.jira.web.bean;

/** Which part of the results is wanted. */
@SuppressWarnings("rawtypes")
public class PagerFilter<T> {
    private final int start;
    private final int max;

    private PagerFilter(int start, int max) {
        this.start = start;
        this.max = max;
    }

    public static PagerFilter getUnlimitedFilter() {
        return new PagerFilter(0, Integer.MAX_VALUE);
    }

    /** The start is rounded down to the begin of a page. */
    public static PagerFilter newPageAlignedFilter(int start, int max) {
        return new PagerFilter(max <= 0 ? 0 : start - start % max, max);
    }

    public int getStart() {
        return start;
    }

    public int getMax() {
        return max;
    }
}
