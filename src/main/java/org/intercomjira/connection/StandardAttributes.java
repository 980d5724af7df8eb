package org.intercomjira.connection;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Map;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.intercom.DataAttribute.Model;
import org.springframework.stereotype.Component;

/** The attributes that every workspace has, as far as they are known here: what can be picked while Intercom does not tell. */
@Component
class StandardAttributes {
    static final Map<Model, List<String>> NAMES = Map.of(
            Model.CONTACT, List.of("name", "email", "phone", "user_id", "created_at", "signed_up_at", "last_request_at", "last_replied_at", "session_count",
                    "language_override", "browser", "os", "location.country", "location.region", "location.city"),
            Model.COMPANY, List.of("name", "company_id", "website", "industry", "size", "plan.name", "monthly_spend", "user_count", "session_count",
                    "created_at", "last_request_at"));

    private final I18nResolver i18n;

    StandardAttributes(@ComponentImport I18nResolver i18n) {
        this.i18n = i18n;
    }

    List<DataAttribute> of(Model model) {
        return NAMES.get(model).stream()
                .map(name -> new DataAttribute(name, i18n.getText(textKey(name)), null, name.endsWith("_at") ? "date" : "string", false)).toList();
    }

    static String textKey(String name) {
        return "intercom.connection.attribute." + name;
    }
}
