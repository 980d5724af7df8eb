package com.atlassian.jira.issue.changehistory;

import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.List;

/** What one operation changed. */
public class ChangeHistory {
    private final Long id;
    private final Timestamp time;
    private final ApplicationUser author;
    private final List<ChangeItemBean> items;

    /** The author may be null. */
    public ChangeHistory(Long id, Timestamp time, ApplicationUser author, List<ChangeItemBean> items) {
        this.id = id;
        this.time = time;
        this.author = author;
        this.items = items;
    }

    public Long getId() {
        return id;
    }

    public Timestamp getTimePerformed() {
        return time;
    }

    public ApplicationUser getAuthorObject() {
        return author;
    }

    public List<ChangeItemBean> getChangeItemBeans() {
        return items;
    }
}
