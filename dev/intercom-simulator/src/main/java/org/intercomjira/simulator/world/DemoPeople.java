package org.intercomjira.simulator.world;

import com.google.gson.JsonObject;
import java.util.List;

/** The customers of Acme Support: users with and without a company, leads, one of them without name and e-mail. */
final class DemoPeople {

    static final String ADA = "6762f1261bb69f9f2193bba7";
    static final String JOE = "6762f1261bb69f9f2193bba8";
    static final String MEI = "6762f1261bb69f9f2193bba9";
    static final String OMAR = "6762f1261bb69f9f2193bbaa";
    static final String LENA_LEAD = "6762f1261bb69f9f2193bbab";
    static final String NAMELESS_LEAD = "6762f1261bb69f9f2193bbac";
    static final String MALLORY = "6762f1261bb69f9f2193bbad";

    private static final String NORTHWIND = "68a1f0a00000000000000c01";
    private static final String BLUE_SUN = "68a1f0a00000000000000c02";

    private DemoPeople() {}

    static void customersOfAcme(Workspace acme, long since) {
        Contact.Place dublin = new Contact.Place("Ireland", "IE", "Dublin");
        Contact.Place taipei = new Contact.Place("Taiwan", "TW", "Taipei");
        acme.add(new Contact(ADA, "user", "70", "Ada Example", "ada@example.org", "+353 1 555 0170", dublin, since, List.of(NORTHWIND), plan("pro", true)));
        acme.add(new Contact(JOE, "user", "71", "Joe Bloggs", "joe@bloggs.example", null, dublin, since + 86400, List.of(BLUE_SUN, NORTHWIND), plan("team", true)));
        acme.add(new Contact(MEI, "user", "72", "林美 Mei Lin", "mei@example.net", "+886 2 5550 0172", taipei, since + 172800, List.of(BLUE_SUN), plan("enterprise", true)));
        acme.add(new Contact(OMAR, "user", "73", "Omar Haddad", "omar@example.com", null, dublin, since + 259200, List.of(), plan("free", false)));
        acme.add(new Contact(LENA_LEAD, "lead", null, "Lena Lead", "lena@prospect.example", null, dublin, since + 345600, List.of(), new JsonObject()));
        acme.add(new Contact(NAMELESS_LEAD, "lead", null, null, null, null, taipei, since + 432000, List.of(), new JsonObject()));
        acme.add(new Contact(MALLORY, "user", "75", "Mallory <img src=x onerror=alert('name')>", "mallory@example.org", null, dublin, since + 518400, List.of(), plan("free", false)));
    }

    private static JsonObject plan(String name, boolean paying) {
        JsonObject attributes = new JsonObject();
        attributes.addProperty("plan", name);
        attributes.addProperty("paid_subscriber", paying);
        return attributes;
    }
}
