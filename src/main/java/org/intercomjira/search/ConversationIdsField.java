package org.intercomjira.search;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.List;
import org.intercomjira.link.LinkService;

/** The column <i>Linked Intercom conversation IDs</i>. */
public class ConversationIdsField extends LinkedConversationField<String> {
    public ConversationIdsField(LinkService links, @ComponentImport JiraAuthenticationContext authentication) {
        super(links, authentication);
    }

    @Override
    String shown(List<String> conversations) {
        return String.join(", ", conversations);
    }
}
