package org.intercomjira.search;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Optional;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;

/** {@code issue in issuesLinkedToIntercomConversation("215475827415413", ..)}: the issues that one of the conversations is linked to. */
public class IssuesOfConversations extends LinkedIssues {
    static final int MOST_CONVERSATIONS = 100;
    /** Of the newest links: a conversation is linked to a few issues, not to thousands. */
    static final int MOST_LINKS = 50_000;
    private static final int LONGEST_SHOWN = 50;

    private final LinkedIssueStore links;

    public IssuesOfConversations(LinkedIssueStore links, @ComponentImport I18nResolver i18n) {
        super(i18n);
        this.links = links;
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return 1;
    }

    @Override
    Optional<ApiException> refusal(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(new ApiException(422, "search.conversation_missing"));
        }
        if (arguments.size() > MOST_CONVERSATIONS) {
            return Optional.of(new ApiException(422, "search.too_many_conversations", String.valueOf(MOST_CONVERSATIONS)));
        }
        return arguments.stream().filter(argument -> ConversationId.of(argument).isEmpty()).findFirst()
                .map(wrong -> new ApiException(422, "search.no_conversation_id", wrong.length() > LONGEST_SHOWN ? wrong.substring(0, LONGEST_SHOWN) : wrong));
    }

    @Override
    List<IssueId> issues(List<String> arguments) {
        return links.issuesOf(arguments.stream().map(ConversationId::of).flatMap(Optional::stream).distinct().limit(MOST_CONVERSATIONS).toList(), MOST_LINKS);
    }
}
