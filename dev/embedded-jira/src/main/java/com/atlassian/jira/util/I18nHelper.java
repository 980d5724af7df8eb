package com.atlassian.jira.util;

/** Texts in the language of the user. */
public interface I18nHelper {
    String getText(String key);
}
