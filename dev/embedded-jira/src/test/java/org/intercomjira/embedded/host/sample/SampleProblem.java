package org.intercomjira.embedded.host.sample;

/** An error with a mapper of the plugin's own. */
public class SampleProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SampleProblem(String message) {
        super(message);
    }
}
