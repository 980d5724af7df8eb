package com.atlassian.jira.issue.changehistory;

import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.List;

/** What one operation changed in an issue. */
public class ChangeHistory {
    ChangeHistory() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Long getId() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Timestamp getTimePerformed() {
        throw new UnsupportedOperationException("declaration only");
    }

    public List<ChangeItemBean> getChangeItemBeans() {
        throw new UnsupportedOperationException("declaration only");
    }

    public ApplicationUser getAuthorObject() {
        throw new UnsupportedOperationException("declaration only");
    }
}
