package org.intercomjira.notification;

import java.util.Locale;

/** Why a fact gives no note. Stored in lower case, so the names stay what they are. */
enum CoverReason {
    /** The trigger was off. The only reason that a post function outweighs. */
    TRIGGER_OFF,
    /** Linking was off. */
    LINKING_OFF,
    /** The comment lacked the word that the project's filter asks for. */
    FILTER,
    /** The comment was restricted to a group or a role, or was edited since: who could see it at first is not known. */
    RESTRICTED,
    /** The issue, or the issue that it is a sub-task of, had a security level. */
    SECURITY_LEVEL,
    /** The issue or its project was archived. */
    ARCHIVED,
    /** A bulk operation for which its user chose to send no mail. */
    SILENT_BULK,
    /** The app itself made the change for a teammate who works in this conversation. */
    OWN_ACTION,
    /** No linked conversation could be reached. */
    NO_CONVERSATION,
    /** No event came, and nothing was lost at that time: a script, an import or a workflow without events. */
    NO_EVENT,
    /** The settings may have been others when it happened. */
    SETTINGS_CHANGED,
    /** The parent issue was changed at that time, and a sub-task has its parent's security level without a record of it. */
    PARENT_CHANGED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean is(String code) {
        return code().equals(code);
    }
}
