package org.intercomjira.acceptance.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Json;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.host.Site;

/**
 * Holds the notes against the transitions. Which transitions there were is Jira's to say, by its own history of each issue: an edit whose
 * answer was lost with a node may have been made or not.
 */
final class Ledger {
    private static final Pattern MARKER = Pattern.compile("/browse/([A-Z]+-\\d+)#change-(\\d+)");
    private final Map<String, String> conversationOfIssue;

    Ledger(Map<String, String> conversationOfIssue) {
        this.conversationOfIssue = conversationOfIssue;
    }

    /** An entry: a transition by its issue and the id of Jira's record of the change. */
    private record Told(String issue, long change) {
    }

    Tally tally(Site site) {
        return conversationOfIssue.values().stream().distinct().parallel().map(conversation -> tally(site, conversation)).reduce(Tally.NONE, Tally::plus);
    }

    /** What is missing, doubled or out of place, for the one who has to find out why. */
    List<String> complaints(Site site) {
        return conversationOfIssue.entrySet().stream().flatMap(entry -> {
            List<Long> made = transitionsOf(site.as(Account.ADMIN), entry.getKey());
            List<Long> told = told(site.simulator(), entry.getValue()).stream().filter(note -> note.issue().equals(entry.getKey())).map(Told::change).toList();
            return made.equals(told) ? List.<String>of().stream() : List.of(entry.getKey() + " in " + entry.getValue() + ": made " + made + " told " + told).stream();
        }).toList();
    }

    private Tally tally(Site site, String conversation) {
        List<Told> told = told(site.simulator(), conversation);
        Set<Told> made = new HashSet<>();
        conversationOfIssue.entrySet().stream().filter(entry -> entry.getValue().equals(conversation)).map(Map.Entry::getKey)
                .forEach(issue -> transitionsOf(site.as(Account.ADMIN), issue).forEach(change -> made.add(new Told(issue, change))));
        Set<Told> delivered = new HashSet<>(told);
        int doubled = told.size() - delivered.size();
        delivered.retainAll(made);
        return new Tally(made.size(), delivered.size(), doubled, outOfOrder(told));
    }

    /** Notes of other conversations' transitions, or of none, would stand here as well. */
    private static List<Told> told(SimulatedIntercom intercom, String conversation) {
        List<Told> told = new ArrayList<>();
        for (Note note : intercom.notesIn(conversation)) {
            Matcher marker = MARKER.matcher(note.html());
            if (marker.find()) {
                told.add(new Told(marker.group(1), Long.parseLong(marker.group(2))));
            }
        }
        return told;
    }

    private static int outOfOrder(List<Told> told) {
        int count = 0;
        for (int i = 0; i < told.size(); i++) {
            Told note = told.get(i);
            if (told.subList(0, i).stream().anyMatch(earlier -> earlier.issue().equals(note.issue()) && earlier.change() > note.change())) {
                count++;
            }
        }
        return count;
    }

    /** Jira numbers its records of changes, and one issue is moved by one client only: their numbers are their order. */
    private static List<Long> transitionsOf(Jira jira, String issue) {
        JsonObject changelog = jira.http().get("/rest/api/2/issue/" + issue + "?expand=changelog").expect(200).json().getAsJsonObject("changelog");
        return Json.list(changelog.getAsJsonArray("histories")).stream().map(JsonElement::getAsJsonObject).filter(Ledger::isTransition)
                .map(history -> history.get("id").getAsLong()).sorted().toList();
    }

    private static boolean isTransition(JsonObject history) {
        return Json.list(history.getAsJsonArray("items")).stream().anyMatch(item -> item.getAsJsonObject().get("field").getAsString().equals("status"));
    }
}
