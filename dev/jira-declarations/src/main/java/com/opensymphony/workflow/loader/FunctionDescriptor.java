package com.opensymphony.workflow.loader;

import java.util.Map;

/** A function as a workflow describes it. */
public class FunctionDescriptor extends AbstractDescriptor {
    FunctionDescriptor() {
        throw new UnsupportedOperationException("declaration only");
    }

    @SuppressWarnings("rawtypes")
    public Map getArgs() {
        throw new UnsupportedOperationException("declaration only");
    }
}
