package org.intercomjira.acceptance.soak;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Json;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.host.Site;

/** Reads what Jira committed and what reached Intercom, for the audit. */
final class Ledger {
    private static final String CALLS = "/conversations/\\d+/reply$";
    private static final Pattern CALLED = Pattern.compile("/conversations/(\\d+)/reply$");
    private final Site site;
    private final Map<String, Set<String>> issuesOf = new LinkedHashMap<>();

    /** @param conversationOfIssue by the keys of the issues */
    Ledger(Site site, Map<String, String> conversationOfIssue) {
        this.site = site;
        conversationOfIssue.forEach((issue, conversation) -> issuesOf.computeIfAbsent(conversation, name -> new TreeSet<>()).add(issue));
    }

    /** From the notes alone, for those who wait. */
    Tally tallyOfNotes(DeliveryAudit audit) {
        return tally(audit, Map.of());
    }

    /** From the notes and from the calls that Intercom did not store. */
    Tally tally(DeliveryAudit audit) {
        return tally(audit, calls());
    }

    private Tally tally(DeliveryAudit audit, Map<String, List<Told>> tried) {
        return issuesOf.entrySet().stream().parallel().map(each -> audit.of(each.getValue(), notes(each.getKey()), tried.getOrDefault(each.getKey(), List.of())))
                .reduce(Tally.NONE, Tally::plus);
    }

    List<String> complaints(DeliveryAudit audit) {
        Map<String, List<Told>> tried = calls();
        return issuesOf.entrySet().stream()
                .flatMap(each -> audit.complaints(each.getKey(), each.getValue(), notes(each.getKey()), tried.getOrDefault(each.getKey(), List.of())).stream()).toList();
    }

    /** What the cluster has committed since it was set up, in order. */
    static List<Commit> commits(Site site) {
        List<Commit> all = new ArrayList<>();
        while (true) {
            long last = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
            JsonArray page = site.as(Account.ADMIN).http().get("/rest/stand-in/1.0/commits?after=" + last).expect(200).element().getAsJsonArray();
            if (page.isEmpty()) {
                return all;
            }
            Json.list(page).stream().map(JsonElement::getAsJsonObject).map(Commit::of).forEach(all::add);
        }
    }

    private List<Told> notes(String conversation) {
        return site.simulator().notesIn(conversation).stream().map(Note::html).map(Told::in).flatMap(Optional::stream).toList();
    }

    private Map<String, List<Told>> calls() {
        Map<String, List<Told>> calls = new LinkedHashMap<>();
        SimulatedIntercom intercom = site.simulator();
        for (JsonObject request : intercom.requests(CALLS)) {
            Matcher path = CALLED.matcher(request.get("path").getAsString());
            if (path.find()) {
                text(request).flatMap(Told::in).ifPresent(told -> calls.computeIfAbsent(path.group(1), name -> new ArrayList<>()).add(told));
            }
        }
        return calls;
    }

    private static Optional<String> text(JsonObject request) {
        return Stream.of(request.get("body").getAsString()).filter(body -> body.startsWith("{")).map(body -> JsonParser.parseString(body).getAsJsonObject())
                .filter(body -> body.has("body")).map(body -> body.get("body").getAsString()).findFirst();
    }
}
