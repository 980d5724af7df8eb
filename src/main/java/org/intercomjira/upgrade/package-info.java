/**
 * Steps between the shapes of the tables, where Active Objects does not find the way by itself. One package a version, with copies of
 * the entities as they were then: they never change again, whatever becomes of the entities in use. See docs/architecture.md.
 */
package org.intercomjira.upgrade;
