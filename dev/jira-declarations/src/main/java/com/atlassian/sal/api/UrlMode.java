package com.atlassian.sal.api;

/** Which form of the base URL is meant. */
public enum UrlMode {
    CANONICAL
}
