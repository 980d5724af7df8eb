package org.intercomjira.bench;

/** Something that is measured for itself. */
interface Measurement {
    void measure(Databases databases, Results results) throws Exception;
}
