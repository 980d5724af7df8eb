package com.atlassian.jira.web.bean;

/** Which page of what was found. */
public class PagerFilter<T> {
    PagerFilter() {
        throw new UnsupportedOperationException("declaration only");
    }

    /** The start is rounded down to a multiple of the size of a page. */
    @SuppressWarnings("rawtypes")
    public static PagerFilter newPageAlignedFilter(int start, int max) {
        throw new UnsupportedOperationException("declaration only");
    }
}
