package com.opensymphony.workflow;

/** A step of a workflow failed. */
public class WorkflowException extends Exception {
    public WorkflowException(String message) {
        super(message);
    }

    public WorkflowException(Throwable cause) {
        super(cause);
    }
}
