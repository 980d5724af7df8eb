package org.intercomjira.connection;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.intercom.DataAttribute.Model;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** What can be picked as a visible field: Intercom's list with the standard fields, or these alone with a sentence that says why. */
@Component
class AttributeViews {
    private final ConnectionService connections;
    private final AttributeCatalogue catalogue;
    private final StandardAttributes standard;
    private final I18nResolver i18n;

    AttributeViews(ConnectionService connections, AttributeCatalogue catalogue, StandardAttributes standard, @ComponentImport I18nResolver i18n) {
        this.connections = connections;
        this.catalogue = catalogue;
        this.standard = standard;
        this.i18n = i18n;
    }

    AttributeView of(ProjectId project) {
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty()) {
            return incomplete("missing");
        }
        try {
            Access access = connections.access(project).orElseThrow(() -> new ApiException(503, "vault.unreadable"));
            return catalogue.of(connection.get().workspace(), access) instanceof Answer.Ok<Map<Model, List<DataAttribute>>> ok
                    ? complete(ok.value()) : incomplete("unavailable");
        } catch (ApiException e) {
            return incomplete("unavailable");
        }
    }

    private AttributeView complete(Map<Model, List<DataAttribute>> told) {
        return new AttributeView(true, null, merged(Model.CONTACT, told), merged(Model.COMPANY, told));
    }

    private AttributeView incomplete(String reason) {
        return new AttributeView(false, i18n.getText("intercom.connection.attributes." + reason), merged(Model.CONTACT, Map.of()), merged(Model.COMPANY, Map.of()));
    }

    /** Intercom tells some standard fields by newer names; stored settings use the older ones, so these stay. */
    private List<DataAttribute> merged(Model model, Map<Model, List<DataAttribute>> told) {
        List<DataAttribute> known = told.getOrDefault(model, List.of());
        Set<String> names = known.stream().map(DataAttribute::name).collect(Collectors.toSet());
        return Stream.concat(known.stream(), standard.of(model).stream().filter(attribute -> !names.contains(attribute.name())))
                .sorted(Comparator.comparing(DataAttribute::custom).thenComparing(DataAttribute::label, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /**
     * As the REST gives it.
     *
     * @param complete whether Intercom was asked
     * @param message  why not; null when it was
     */
    record AttributeView(boolean complete, String message, List<DataAttribute> contact, List<DataAttribute> company) {
    }
}
