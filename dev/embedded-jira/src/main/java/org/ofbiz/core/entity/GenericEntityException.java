package org.ofbiz.core.entity;

/** Failure of the entity engine. */
public class GenericEntityException extends Exception {
    public GenericEntityException() {
    }

    public GenericEntityException(String message) {
        super(message);
    }
}
