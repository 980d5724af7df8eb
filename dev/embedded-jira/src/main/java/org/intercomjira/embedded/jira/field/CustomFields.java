package org.intercomjira.embedded.jira.field;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.embedded.jira.store.Store;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.PluginExtensions;

/** The custom fields. All are for all issues, which in Jira is the global context on all screens. Fields whose plugin does not run show nothing. */
public final class CustomFields implements CustomFieldViews {
    private final Store store;
    private final Supplier<PluginExtensions> extensions;

    public CustomFields(Store store, Supplier<PluginExtensions> extensions) {
        this.store = store;
        this.extensions = extensions;
    }

    /** Empty when no running plugin has this type. */
    public Optional<StoredCustomField> create(String name, String type, String description) {
        return type(type).map(known -> {
            long number = store.change(sql -> sql.insert("insert into customfield (customfieldtypekey, cfname, description) values (?, ?, ?)", type, name, description));
            return new StoredCustomField(number, type, name, description);
        });
    }

    /** Those that can be shown, the oldest first. */
    public List<StoredCustomField> all() {
        return store.list("select id, customfieldtypekey, cfname, description from customfield order by id",
                        row -> new StoredCustomField(row.number("id"), row.text("customfieldtypekey"), row.text("cfname"), row.text("description")))
                .stream().filter(field -> type(field.type()).isPresent()).toList();
    }

    /** As REST shows it to who acts on this thread. */
    public Object value(StoredCustomField field, Issue issue) {
        return type(field.type()).map(type -> type.value(field, issue)).orElse(null);
    }

    @Override
    public List<CustomField> fields() {
        return List.copyOf(all());
    }

    @Override
    public String html(CustomField field, Issue issue, View view) {
        return type(((StoredCustomField) field).type()).map(type -> type.html(field, issue, view)).orElse("");
    }

    private Optional<PluginExtensions.FieldType> type(String key) {
        return extensions.get().fieldTypes().stream().filter(type -> type.key().equals(key)).findFirst();
    }
}
