package org.ofbiz.core.entity;

/** Failure of the entity engine. */
public class GenericEntityException extends Exception {
}
