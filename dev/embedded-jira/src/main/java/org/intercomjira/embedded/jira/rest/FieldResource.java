package org.intercomjira.embedded.jira.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.field.CustomFields;
import org.intercomjira.embedded.jira.field.StoredCustomField;

/** {@code /field}: the fields of issues, and how an administrator makes more. */
final class FieldResource {
    private static final Map<String, String> SYSTEM = Map.of("summary", "Summary", "description", "Description", "issuetype", "Issue Type", "status", "Status",
            "priority", "Priority", "resolution", "Resolution", "assignee", "Assignee", "reporter", "Reporter", "created", "Created", "updated", "Updated");

    private final CustomFields fields;
    private final Guard guard;

    FieldResource(CustomFields fields, Guard guard) {
        this.fields = fields;
        this.guard = guard;
    }

    void addTo(Router router) {
        router.on("GET", "/field", call -> Answer.ok(all())).on("POST", "/field", this::create);
    }

    private List<Shape> all() {
        Stream<Shape> system = SYSTEM.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(field -> Shape.of("id", field.getKey()).with("name", field.getValue())
                .with("custom", false).with("navigable", true).with("searchable", true).with("clauseNames", List.of(field.getKey())));
        return Stream.concat(system, fields.all().stream().map(FieldResource::shape)).toList();
    }

    private Answer create(Call call) {
        call.requireUser();
        if (!guard.isAdministrator(call)) {
            throw RestError.of(403, "You are not authorized to perform this operation. Administrator privileges are required.");
        }
        Body body = call.body();
        String name = body.text("name");
        String type = body.text("type");
        if (name == null || name.isBlank()) {
            throw RestError.fields(Map.of("name", "You must specify a name for the custom field."));
        }
        return Answer.created(shape(fields.create(name.strip(), String.valueOf(type), body.text("description"))
                .orElseThrow(() -> RestError.fields(Map.of("type", "Invalid custom field type '" + type + "'.")))));
    }

    /** A field without a searcher: it cannot stand in JQL. */
    private static Shape shape(StoredCustomField field) {
        return Shape.of("id", field.getId()).with("name", field.name()).with("custom", true).with("navigable", true).with("searchable", false)
                .with("clauseNames", List.of()).with("schema", Shape.of("type", "any").with("custom", field.type()).with("customId", field.number()));
    }
}
