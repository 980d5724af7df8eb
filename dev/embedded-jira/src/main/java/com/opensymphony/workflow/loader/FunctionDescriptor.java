package com.opensymphony.workflow.loader;

import java.util.Map;

/** A post function on a transition, with its arguments. */
@SuppressWarnings("rawtypes")
public class FunctionDescriptor extends AbstractDescriptor {
    private final Map<String, String> args;

    public FunctionDescriptor(Map<String, String> args) {
        this.args = args;
    }

    public Map getArgs() {
        return args;
    }
}
