package org.intercomjira.settings;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.platform.Json;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService.Stored;
import org.springframework.stereotype.Component;

/** What the template shows of a project's settings: texts and plain values. */
@Component
public class SettingsPage {
    static final List<Section> SECTIONS = List.of(
            new Section("features", List.of(
                    new Group("panel", List.of(Switch.PANEL, Switch.CONVERSATION_VIEW)),
                    new Group("linking", List.of(Switch.LINKING, Switch.CUSTOMER_REPLIES)))),
            new Section("notifications", List.of(
                    new Group("assignment", List.of(Switch.ASSIGNMENT_NOTES, Switch.ASSIGNMENT_REOPENS)),
                    new Group("comment", List.of(Switch.COMMENT_NOTES, Switch.COMMENT_REOPENS, Switch.COMMENT_FILTER, Switch.INTERNAL_COMMENTS)),
                    new Group("transition", List.of(Switch.TRANSITION_NOTES, Switch.TRANSITION_REOPENS)),
                    new Group("link", List.of(Switch.LINK_NOTES)),
                    new Group("reopening", List.of(Switch.UNASSIGN_ON_OPEN)))));
    /** Those whose label does not say everything. */
    static final Set<Switch> EXPLAINED = EnumSet.of(Switch.CONVERSATION_VIEW, Switch.LINKING, Switch.CUSTOMER_REPLIES, Switch.COMMENT_NOTES,
            Switch.COMMENT_FILTER, Switch.INTERNAL_COMMENTS, Switch.TRANSITION_NOTES, Switch.UNASSIGN_ON_OPEN);
    static final List<String> TEXTS = List.of("title", "hint", "unusable", "reset", "resetTitle", "resetText", "cancel", "fields.title", "fields.hint",
            "fields.noControl", "fields.keys", "fields.add", "fields.none", "fields.reset");
    static final List<String> KINDS = List.of("user", "lead", "company");

    private final ProjectSettingsService settings;
    private final I18nResolver i18n;

    SettingsPage(ProjectSettingsService settings, @ComponentImport I18nResolver i18n) {
        this.settings = settings;
        this.i18n = i18n;
    }

    /** For the template, where it is called {@code $settings}. */
    public Map<String, Object> values(ProjectId project) {
        Stored stored = settings.read(project);
        return Map.of(
                "texts", TEXTS.stream().collect(Collectors.toMap(name -> name.replace(".", "_"), name -> i18n.getText("intercom.settings.page." + name))),
                "unusable", stored.invalid(),
                "closed", !stored.readable(),
                "problems", stored.document().nonsense(),
                "sections", SECTIONS.stream().map(section -> section(section, stored.settings())).toList(),
                "kinds", KINDS.stream().map(kind -> kind(kind, stored.settings().visibleFields())).toList());
    }

    private Map<String, Object> section(Section section, ProjectSettings chosen) {
        return Map.of("code", section.code(), "title", i18n.getText("intercom.settings.section." + section.code()),
                "hint", i18n.getText("intercom.settings.section." + section.code() + ".hint"),
                "groups", section.groups().stream().map(group -> group(group, chosen)).toList());
    }

    private Map<String, Object> group(Group group, ProjectSettings chosen) {
        return Map.of("title", i18n.getText("intercom.settings.group." + group.code()),
                "switches", group.switches().stream().map(each -> line(each, chosen)).toList());
    }

    private Map<String, Object> line(Switch each, ProjectSettings chosen) {
        String key = textKey(each);
        return Map.of("path", each.path(), "id", "intercom-setting-" + each.path().replace('.', '-'), "isOn", chosen.isOn(each),
                "label", i18n.getText(key), "hint", EXPLAINED.contains(each) ? i18n.getText(key + ".hint") : "");
    }

    private Map<String, Object> kind(String kind, VisibleFields chosen) {
        return Map.of("code", kind, "title", i18n.getText("intercom.settings.fields." + kind), "fields", Json.write(chosen.of(kind)),
                "unnamed", Json.write(chosen.of(kind).stream().filter(name -> !DataAttribute.isNamed(name)).toList()),
                "defaults", Json.write(ProjectSettings.DEFAULTS.visibleFields().of(kind)));
    }

    static String textKey(Switch each) {
        return "intercom.settings.switch." + each.name().toLowerCase(Locale.ROOT);
    }

    /** A part of the page with a heading. */
    record Section(String code, List<Group> groups) {
    }

    /** Switches that belong together. */
    record Group(String code, List<Switch> switches) {
    }
}
