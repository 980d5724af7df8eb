package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Shown to people who are logged in. */
public class UserLoggedInCondition implements Condition {
    @Override
    public void init(Map<String, String> params) {
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        return new FragmentContext(context).user() != null;
    }
}
