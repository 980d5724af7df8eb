package org.intercomjira.embedded.spi;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import java.util.List;

/** Custom fields, for the pages. */
public interface CustomFieldViews {
    /** Those that can be shown, the oldest first. */
    List<CustomField> fields();

    /** The value as who acts on this thread sees it, made by the view of the field's type; empty without a value. */
    String html(CustomField field, Issue issue, View view);

    /** Where a value stands. */
    enum View {
        /** On the page of the issue. */
        ISSUE,
        /** In a list of issues. */
        COLUMN
    }
}
