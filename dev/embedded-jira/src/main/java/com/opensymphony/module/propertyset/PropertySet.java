package com.opensymphony.module.propertyset;

/** The properties of a workflow entry; nothing here keeps any. */
public interface PropertySet {
}
