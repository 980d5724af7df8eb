package com.atlassian.query;

/** A parsed search. */
public interface Query {
}
