package com.opensymphony.workflow.loader;

/** A part of a workflow's description. */
public abstract class AbstractDescriptor {
    AbstractDescriptor() {
        throw new UnsupportedOperationException("declaration only");
    }
}
