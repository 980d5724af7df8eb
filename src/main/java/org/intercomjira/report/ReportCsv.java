package org.intercomjira.report;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The links of a report as CSV, one row a link, times in UTC. */
@Component
public class ReportCsv {
    static final List<String> COLUMNS = List.of("issue", "summary", "conversation", "subject", "state", "workspace", "address", "linkedBy", "linkedAt");

    private final I18nResolver i18n;

    public ReportCsv(@ComponentImport I18nResolver i18n) {
        this.i18n = i18n;
    }

    String of(List<ReportedLink> links) {
        List<String> heading = COLUMNS.stream().map(column -> i18n.getText("intercom.report.column." + column)).toList();
        return Csv.of(Stream.concat(Stream.of(heading), links.stream().map(this::row)).toList());
    }

    private List<String> row(ReportedLink link) {
        // not List.of: cells may be null
        return Stream.of(link.issueKey(), link.summary(), link.conversationId(), link.title(), i18n.getText("intercom.report.state." + link.state()),
                link.workspace(), link.url().toString(), link.linkedBy(), link.linkedAt().toString()).toList();
    }
}
