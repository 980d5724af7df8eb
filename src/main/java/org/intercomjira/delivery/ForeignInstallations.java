package org.intercomjira.delivery;

import java.util.Set;

/** Sees other installations of Jira at work on this plugin's tables. While it sees one that is not accepted, {@link CopyGuard} holds the outbox. */
public interface ForeignInstallations {
    /** Ids of the installations that are at work just now, this one's left out. Asked once a second, so answered from memory. */
    Set<String> atWork();
}
