package org.apache.log4j;

import org.slf4j.LoggerFactory;

/** Log4j 1's logger, which Jira's API still names; it writes to the host's log. */
public class Logger {
    private final org.slf4j.Logger log;

    private Logger(org.slf4j.Logger log) {
        this.log = log;
    }

    public static Logger getLogger(Class<?> type) {
        return new Logger(LoggerFactory.getLogger(type));
    }

    public void warn(Object message) {
        log.warn("{}", message);
    }
}
