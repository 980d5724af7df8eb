package com.opensymphony.module.propertyset;

/** Values that belong to something. */
public interface PropertySet {
}
