package org.intercomjira.embedded.host.sample;

import com.atlassian.sal.api.message.I18nResolver;
import org.springframework.stereotype.Component;

/** A component that uses an imported service. */
@Component
public class Greeting {
    private final I18nResolver texts;

    public Greeting(I18nResolver texts) {
        this.texts = texts;
    }

    public String of(String name) {
        return texts.getText("sample.greeting", name);
    }
}
