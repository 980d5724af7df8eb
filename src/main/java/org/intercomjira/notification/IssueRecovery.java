package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.CoveredFact;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.MissingMessage;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.notification.IssueHistory.Happened;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.Silence;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recovers the facts of one issue that were lost in a window. A fact of which nothing is stored was never judged; it gets its notes if
 * nothing hid it when it happened, as far as anything says so. Otherwise it is covered: a possible leak weighs more than a possible loss.
 */
@Component
class IssueRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(IssueRecovery.class);

    private final IssueHistory history;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final SettingsChangeTimes settingsTimes;
    private final LinkService links;
    private final Silences silences;
    private final Outbox outbox;
    private final Clock clock;

    IssueRecovery(IssueHistory history, ConnectionService connections, ProjectSettingsService settings, SettingsChangeTimes settingsTimes,
                  LinkService links, Silences silences, Outbox outbox, Clock clock) {
        this.history = history;
        this.connections = connections;
        this.settings = settings;
        this.settingsTimes = settingsTimes;
        this.links = links;
        this.silences = silences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param messages how many were missing and are stored now
     * @param covered  how many facts were put down as not to be said
     */
    record Recovered(int messages, int covered) {
        static final Recovered NOTHING = new Recovered(0, 0);

        boolean isSomething() {
            return messages > 0 || covered > 0;
        }
    }

    /** Recovers what was lost in any of the windows. What happened only just now is left to its event. */
    Recovered recover(Issue issue, List<RecoveryWindow> windows) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.findNow(project);
        if (connection.isEmpty()) {
            return Recovered.NOTHING;
        }
        List<Link> linked = NotificationRules.reachable(links.linksNowOf(new IssueId(issue.getId())), connection.get());
        if (linked.isEmpty()) {
            return Recovered.NOTHING;
        }
        Instant since = windows.stream().map(RecoveryWindow::from).min(Instant::compareTo).orElseThrow().minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
        List<Happened> all = history.all(issue, since);
        Scene scene = new Scene(issue, connection.get(), linked, all, outbox.known(keys(all, linked)));
        Instant settled = clock.instant().minus(RecoveryTimes.SETTLE_TIME);
        List<Happened> lost = all.stream().filter(each -> !each.at().isAfter(settled) && windows.stream().anyMatch(window -> window.holds(each.at())))
                .filter(scene::isMissing).toList();
        return lost.isEmpty() ? Recovered.NOTHING : recover(scene, lost, since);
    }

    /**
     * An issue as it is now.
     *
     * @param links of conversations that can be reached
     * @param all   that happened to it, in order
     * @param known of that, by key
     */
    private record Scene(Issue issue, Connection connection, List<Link> links, List<Happened> all, Map<String, KnownFact> known) {
        boolean isMissing(Happened each) {
            return !known.containsKey(each.fact().key()) && links.stream().anyMatch(link -> isMissing(each, link));
        }

        /** Whether the conversation should have had a note about it, had it been judged. */
        boolean isMissing(Happened each, Link link) {
            return !known.containsKey(each.fact().key()) && !known.containsKey(each.fact().dedupeKey(link.conversation()))
                    && new Owed(link, connection).is(each.at(), hadNoteBefore(each, link));
        }

        private boolean hadNoteBefore(Happened each, Link link) {
            return all.stream().takeWhile(other -> other != each).anyMatch(other -> known.containsKey(other.fact().dedupeKey(link.conversation())));
        }

        ProjectId project() {
            return connection.project();
        }

        String lane() {
            return connection.workspace().value();
        }

        String sender() {
            return String.valueOf(connection.project().value());
        }
    }

    private Recovered recover(Scene scene, List<Happened> lost, Instant since) {
        ProjectSettings now = settings.now(scene.project());
        Instant changed = settingsTimes.changedAt(scene.project(), now).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
        Optional<CoverReason> hidden = hidden(scene, since);
        List<Silence> silent = silences.since(since);
        List<MissingMessage> missing = new ArrayList<>();
        Set<String> recovered = new LinkedHashSet<>();
        int covered = 0;
        for (Happened each : lost) {
            Optional<String> reason = hidden.map(CoverReason::code).or(() -> silence(each, changed, silent).map(CoverReason::code));
            List<JudgedFact> judged = new Judgement(now, scene.connection(), scene.links(), conversation -> false).of(each.change());
            if (reason.isEmpty()) {
                reason = judged.stream().filter(fact -> fact.messages().isEmpty()).flatMap(fact -> fact.covered().stream()).map(CoveredFact::reason).findFirst();
            }
            if (reason.isPresent()) {
                outbox.cover(new CoveredFact(each.fact().key(), scene.lane(), scene.sender(), reason.get()));
                covered++;
            } else {
                judged.stream().flatMap(fact -> fact.messages().stream()).filter(message -> isOwed(message, each, scene, silent))
                        .forEach(message -> missing.add(new MissingMessage(each.fact().key(), message, later(each, message, scene))));
                recovered.add(each.fact().key());
            }
        }
        int messages = recovered.isEmpty() ? 0 : outbox.enqueueMissing(scene.lane(), scene.sender(), missing, List.copyOf(recovered));
        LOG.warn("{} messages to Intercom about issue {} had been missed and are delivered now; {} lost facts may have been hidden or silent and stay unsaid",
                messages, scene.issue().getId(), covered);
        return new Recovered(messages, covered + recovered.size());
    }

    /** What hides the issue now or may have hidden it at some time since then. */
    private Optional<CoverReason> hidden(Scene scene, Instant since) {
        return IssueVisibility.hiddenBy(scene.issue()).or(() -> history.hiddenSince(scene.issue(), since))
                .or(() -> Stream.of(CoverReason.SECURITY_LEVEL, CoverReason.ARCHIVED)
                        .filter(reason -> scene.known().values().stream().anyMatch(fact -> reason.is(fact.reason()))).findFirst())
                .or(() -> parentChanged(scene.issue(), since));
    }

    private static Optional<CoverReason> parentChanged(Issue issue, Instant since) {
        Issue parent = issue.isSubTask() ? issue.getParentObject() : null;
        return Optional.ofNullable(parent).filter(found -> !found.getUpdated().toInstant().isBefore(since)).map(any -> CoverReason.PARENT_CHANGED);
    }

    private static Optional<CoverReason> silence(Happened each, Instant settingsChanged, List<Silence> silent) {
        if (!each.at().isAfter(settingsChanged)) {
            return Optional.of(CoverReason.SETTINGS_CHANGED);
        }
        return silent.stream().anyMatch(silence -> silence.holds(each.author(), null, each.at())) ? Optional.of(CoverReason.SILENT_BULK) : Optional.empty();
    }

    private static boolean isOwed(Message message, Happened each, Scene scene, List<Silence> silent) {
        boolean isOwn = silent.stream().anyMatch(silence -> silence.orderKey() != null && silence.holds(each.author(), message.orderKey(), each.at()));
        return !isOwn && scene.links().stream().filter(link -> message.dedupeKey().equals(each.fact().dedupeKey(link.conversation())))
                .anyMatch(link -> scene.isMissing(each, link));
    }

    /** The dedupe keys of what happened after it, for the same conversation. */
    private static Set<String> later(Happened each, Message message, Scene scene) {
        String conversation = message.dedupeKey().substring(each.fact().key().length());
        return scene.all().stream().dropWhile(other -> other != each).skip(1).map(other -> other.fact().key() + conversation)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> keys(List<Happened> all, List<Link> linked) {
        return all.stream().map(Happened::fact)
                .flatMap(fact -> Stream.concat(Stream.of(fact.key()), linked.stream().map(link -> fact.dedupeKey(link.conversation())))).distinct().toList();
    }
}
