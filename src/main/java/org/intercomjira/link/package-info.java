/**
 * An issue and a conversation belong together: rules, store, mirror property, panel and REST.
 * The Active Objects row is the truth; the issue property is written for search, backup and migration.
 */
package org.intercomjira.link;
