package org.intercomjira.simulator.world;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The workspaces, people and attributes that every simulator starts with; the conversations are in {@link DemoConversations}. */
final class DemoWorld {

    private final Ids ids = new Ids();
    private final Clock clock;

    private DemoWorld(Clock clock) {
        this.clock = clock;
    }

    static List<Workspace> create(Clock clock) {
        DemoWorld demo = new DemoWorld(clock);
        return List.of(demo.acmeSupport(), demo.secondWorkspace(), demo.acmeEurope(), demo.acmeAustralia());
    }

    private Workspace acmeSupport() {
        Workspace acme = workspace("ecahpwf5", "Acme Support", Region.US);
        acme.add(new Teammate("5017691", "Jira app", "jira-app@acme.example", "Integration", true, List.of()));
        acme.add(new Teammate("5017692", "Sam Support", "sam@acme.example", "Support engineer", true, List.of(814865L)));
        acme.add(new Teammate("5017693", "Nora Night", "nora@acme.example", "Support lead", false, List.of(814865L, 814866L)));
        acme.add(new Team("814865", "First line", List.of(5017692L, 5017693L)));
        acme.add(new Team("814866", "Escalations", List.of(5017693L)));
        acme.tagNamed("jira");
        acme.tagNamed("billing");
        acme.tagNamed("urgent");
        acme.add(new Company("68a1f0a00000000000000c01", "700", "Northwind Traders", "Pro", 120, "https://northwind.example", "Retail", 950, ago(400)));
        acme.add(new Company("68a1f0a00000000000000c02", "701", "Blue Sun", "Enterprise", 4200, "https://bluesun.example", "Logistics", 12400, ago(800)));
        DemoPeople.customersOfAcme(acme, ago(300));
        DemoConversations.ofAcme(acme);
        return acme;
    }

    private Workspace secondWorkspace() {
        Workspace second = workspace("second01", "Second Workspace", Region.US);
        second.add(new Teammate("5117691", "Jira app (second)", "jira-app@second.example", "Integration", true, List.of()));
        second.add(new Teammate("5117692", "Robin Second", "robin@second.example", null, false, List.of()));
        small(second, "215470000000201", "Where is my invoice?", "I cannot find the invoice of last month.", "Rosa Second");
        small(second, "215470000000202", "Change of address", "We moved. How do I change our address?", "Paul Second");
        return second;
    }

    private Workspace acmeEurope() {
        Workspace europe = workspace("euspace1", "Acme Europe", Region.EU);
        europe.add(new Teammate("5217691", "Jira app (Europe)", "jira-app@acme-europe.example", "Integration", true, List.of()));
        europe.add(new Teammate("5217692", "Élodie Martin", "elodie@acme-europe.example", "Support", false, List.of()));
        small(europe, "215470000000301", "Rechnung fehlt", "Guten Tag, die Rechnung für Oktober fehlt. Grüße aus Köln", "Jörg Müller");
        small(europe, "215470000000302", "Question sur l'abonnement", "Bonjour, puis-je changer de formule ?", "Chloé Dubois");
        return europe;
    }

    private Workspace acmeAustralia() {
        Workspace australia = workspace("auspace1", "Acme Australia", Region.AU);
        australia.add(new Teammate("5317691", "Jira app (Australia)", "jira-app@acme-au.example", "Integration", true, List.of()));
        small(australia, "215470000000401", "Login loops on my phone", "G'day, the login page keeps coming back on my phone.", "Mia Wattle");
        return australia;
    }

    private void small(Workspace workspace, String conversationId, String title, String text, String customer) {
        String email = "customer" + conversationId.substring(12) + "@example.org";
        Contact contact = new Contact(workspace.newContactId(), "user", conversationId.substring(12), customer, email, null,
                new Contact.Place("Ireland", "IE", "Dublin"), ago(90), List.of(), new JsonObject());
        workspace.add(contact);
        Source source = new Source("conversation", "4039" + conversationId.substring(10), "customer_initiated", "",
                MessageHtml.clean(text), contact.author(), null);
        workspace.conversations().beginAs(conversationId, source, contact.id(), ago(1));
        workspace.conversations().change(conversationId, conversation -> {
            conversation.retitle(title);
            return conversation;
        });
    }

    private Workspace workspace(String id, String name, Region region) {
        Workspace workspace = new Workspace(id, name, region, ids, clock);
        DemoAttributes.all().forEach(workspace::add);
        return workspace;
    }

    private long ago(int days) {
        return clock.instant().minus(Duration.ofDays(days)).getEpochSecond();
    }
}
