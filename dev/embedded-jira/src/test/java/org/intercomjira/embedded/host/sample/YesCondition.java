package org.intercomjira.embedded.host.sample;

import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Holds unless its parameter {@code answer} says no. */
public class YesCondition implements Condition {
    private boolean answer = true;

    @Override
    public void init(Map<String, String> params) {
        answer = !"no".equals(params.get("answer"));
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        return answer;
    }
}
