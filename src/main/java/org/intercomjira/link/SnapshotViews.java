package org.intercomjira.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.settings.ProjectSettings;

/** Shows of a snapshot what a project shows now. */
final class SnapshotViews {
    private SnapshotViews() {
    }

    static LinksView.SnapshotView of(Snapshot stored, ProjectSettings chosen) {
        Snapshot seen = (chosen.conversationViewEnabled() ? stored : stored.withoutMessageText()).showing(chosen.visibleFields());
        LinksView.ContactView contact = seen.contactKind() == null ? null
                : new LinksView.ContactView(seen.contactName(), seen.contactKind(), seen.person() == null ? List.of() : fields(seen.person().fields()));
        List<LinksView.CompanyView> companies = seen.companies().stream()
                .map(company -> new LinksView.CompanyView(company.name(), fields(company.fields()))).toList();
        return new LinksView.SnapshotView(seen.subject(), seen.excerpt(), contact, companies, seen.state(), seen.updatedAt());
    }

    private static List<LinksView.FieldView> fields(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> new LinksView.FieldView(field.getKey(), field.getValue(), time(field.getKey(), field.getValue()).orElse(null),
                        DataAttribute.isNamed(field.getKey()))).toList();
    }

    /** Intercom gives points in time as Unix seconds, and names such fields so. */
    private static Optional<Instant> time(String name, String value) {
        return name.endsWith("_at") && value.matches("\\d{1,11}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value))) : Optional.empty();
    }
}
