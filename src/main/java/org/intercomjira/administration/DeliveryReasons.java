package org.intercomjira.administration;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the codes of failed tries mean, for people. Intercom's own codes are an open list, so an unknown one is shown as it is. */
@Component
public class DeliveryReasons {
    static final Set<String> KNOWN = Set.of("authorisation_lost", "rate_limited", "unreachable", "proxy.authentication", "unknown", "gave_up", "hangs", "payload.unreadable", "not_found",
            "conversation_not_found", "forbidden", "action_forbidden", "parameter_invalid", "arrival_unknown");

    private final I18nResolver i18n;

    DeliveryReasons(@ComponentImport I18nResolver i18n) {
        this.i18n = i18n;
    }

    /** @param code null when nothing went wrong; then there is no text either */
    String textOf(String code) {
        if (code == null) {
            return null;
        }
        return KNOWN.contains(code) ? i18n.getText(textKey(code)) : i18n.getText("intercom.administration.reason.other", code);
    }

    static String textKey(String code) {
        return "intercom.administration.reason." + code;
    }
}
