package com.atlassian.sal.api.message;

import java.io.Serializable;

/** Texts in the acting user's language. */
public interface I18nResolver {
    String getText(String key);

    String getText(String key, Serializable... arguments);
}
