package org.intercomjira.search;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.List;
import org.intercomjira.link.LinkService;

/** The column <i>Number of linked Intercom conversations</i>. */
public class ConversationCountField extends LinkedConversationField<Long> {
    public ConversationCountField(LinkService links, @ComponentImport JiraAuthenticationContext authentication) {
        super(links, authentication);
    }

    @Override
    Long shown(List<String> conversations) {
        return (long) conversations.size();
    }
}
