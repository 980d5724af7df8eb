package org.intercomjira.embedded.host.sample;

import java.util.Map;

/** What the panel's template shows. */
public class SamplePanelContext {
    public void init(Map<String, String> params) {
        // No parameters.
    }

    public Map<String, Object> getContextMap(Map<String, Object> context) {
        return Map.of("title", "<b>bold?</b>", "noteHtml", "<i>slanted</i>");
    }
}
