package org.intercomjira.simulator.world;

/** A day of Acme Support: open, closed and snoozed conversations, from users and leads, by messenger and e-mail. */
final class DemoConversations {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final Workspace acme;
    private final long now;
    private long nextPart = 1_000;

    private DemoConversations(Workspace acme) {
        this.acme = acme;
        this.now = acme.conversations().now();
    }

    static void ofAcme(Workspace acme) {
        DemoConversations demo = new DemoConversations(acme);
        demo.answered();
        demo.waiting();
        demo.finished();
        demo.fromLeads();
        demo.hostile();
    }

    private void answered() {
        Story checkout = begin("215475827415413", "Checkout total is wrong", DemoPeople.ADA, 5 * HOUR,
                "<p>Hi, my total is wrong: the basket says 84.90, the payment page says 94.90. Can you look into it?</p>");
        checkout.sam(10 * MINUTE, "<p>Hello Ada, thank you for telling us. Which items are in your basket?</p>");
        checkout.customer(14 * MINUTE, "<p>Two lamps and the <b>gift wrapping</b>. The wrapping seems to be charged twice.</p>");
        checkout.note(20 * MINUTE, "<p>I can reproduce this with gift wrapping. Needs engineering.</p>");
        acme.conversations().change("215475827415413", conversation -> {
            conversation.assign(checkout.stamp(21 * MINUTE), sam(), new Part.Assignee("admin", "5017692"), null);
            conversation.tag(new Tag.Use(acme.tagNamed("billing"), now - 4 * HOUR, "5017692"));
            return conversation;
        });
        Story export = begin("215475827415420", "CSV export stops at 1,000 rows", DemoPeople.JOE, 26 * HOUR,
                "<p>The export of our orders stops at 1,000 rows. We have 3,412. Is there a limit?</p>");
        export.sam(30 * MINUTE, "<p>There should be no limit. I am asking the engineers.</p>");
        Story webhook = begin("215475827415437", "Webhook deliveries are late", DemoPeople.MEI, 30 * HOUR,
                "<p>您好, our webhooks arrive 20 minutes late since yesterday 08:00 UTC.</p><ul><li>region: ap-east</li><li>topic: order.created</li></ul>");
        webhook.sam(HOUR, "<p>Thank you, Mei. We see it too and are working on it.</p>");
    }

    private void waiting() {
        begin("215475827415444", null, DemoPeople.OMAR, 40 * MINUTE, "<p>I forgot my password and the reset mail does not arrive.</p>");
        begin("215475827415451", "Dark mode on the dashboard", DemoPeople.ADA, 50 * HOUR, "<p>Is a dark mode planned? My eyes would be thankful.</p>");
        Story mail = email("215475827415468", "Invoice 2026-1042: wrong VAT number", DemoPeople.JOE, 3 * HOUR,
                "<p>Dear Acme team,</p><p>our VAT number on invoice 2026-1042 is wrong. It should read IE1234567T. Please send a corrected one.</p><p>Kind regards<br>Joe Bloggs</p>");
        mail.note(20 * MINUTE, "<p>Asked finance.</p>");
    }

    private void finished() {
        Story upload = begin("215475827415475", "Upload of large pictures fails", DemoPeople.MEI, 72 * HOUR,
                "<p>Pictures above 10 MB fail with <code>413</code>.</p>");
        upload.sam(HOUR, "<p>The limit is 10 MB for now. I have filed a request to raise it.</p>");
        upload.close(2 * HOUR);
        Story thanks = begin("215475827415482", "Thank you!", DemoPeople.OMAR, 96 * HOUR, "<p>The new search is great. Thank you!</p>");
        thanks.close(HOUR);
        Story snoozed = begin("215475827415499", "Waiting for the new API key", DemoPeople.JOE, 48 * HOUR, "<p>When do we get the new API key?</p>");
        snoozed.sam(HOUR, "<p>Next week. I will come back to you.</p>");
        acme.conversations().change("215475827415499",
                conversation -> conversation.snooze(snoozed.stamp(2 * HOUR), sam(), now + 7 * 24 * HOUR));
    }

    private void fromLeads() {
        begin("215475827415505", null, DemoPeople.NAMELESS_LEAD, 15 * MINUTE, "<p>hello? does this work with Jira?</p>");
        begin("215475827415512", "Prices for 50 seats", DemoPeople.LENA_LEAD, 2 * HOUR, "<p>What does it cost for 50 people?</p>");
    }

    /** Intercom escapes what customers type; e-mail has been seen with anything in it, so whoever shows it must be ready. */
    private void hostile() {
        Story hostile = email("215475827415529", "<script>alert('subject')</script> & friends", DemoPeople.MALLORY, HOUR,
                "<p>Look: <script>alert('body')</script><img src=\"x\" onerror=\"alert('image')\"> <a href=\"javascript:alert('link')\">click me</a></p>"
                        + "<p>&lt;b&gt;this is meant as text&lt;/b&gt; &amp; \"quotes\" 'too'</p>");
        hostile.customer(5 * MINUTE, "<p>{{7*7}} ${7*7} </textarea><svg onload=\"alert('svg')\"></p>");
    }

    private Story begin(String id, String title, String contactId, long secondsAgo, String html) {
        return begin(id, title, contactId, now - secondsAgo, "conversation", "", html);
    }

    private Story email(String id, String subject, String contactId, long secondsAgo, String html) {
        return begin(id, null, contactId, now - secondsAgo, "email", subject, html);
    }

    private Story begin(String id, String title, String contactId, long at, String type, String subject, String html) {
        Author author = acme.contact(contactId).orElseThrow().author();
        String url = type.equals("email") ? null : "https://shop.example/checkout";
        Source source = new Source(type, "4039" + id.substring(10), "customer_initiated", subject, html, author, url);
        acme.conversations().beginAs(id, source, contactId, at);
        acme.conversations().change(id, conversation -> {
            conversation.retitle(title);
            return conversation;
        });
        return new Story(id, author, at);
    }

    private Author sam() {
        return acme.teammate("5017692").orElseThrow().author();
    }

    /** Writes the parts of one conversation; times count from its beginning. */
    private final class Story {

        private final String id;
        private final Author customer;
        private final long begun;

        Story(String id, Author customer, long begun) {
            this.id = id;
            this.customer = customer;
            this.begun = begun;
        }

        Part.Stamp stamp(long later) {
            return new Part.Stamp(String.valueOf(nextPart++), begun + later, null);
        }

        void sam(long later, String html) {
            acme.conversations().change(id, conversation -> conversation.comment(stamp(later), DemoConversations.this.sam(), html));
        }

        void note(long later, String html) {
            acme.conversations().change(id, conversation -> conversation.note(stamp(later), DemoConversations.this.sam(), html));
        }

        void customer(long later, String html) {
            acme.conversations().change(id, conversation -> conversation.customerReply(stamp(later), customer, html));
        }

        void close(long later) {
            acme.conversations().change(id, conversation -> conversation.close(stamp(later), DemoConversations.this.sam(), null));
        }
    }
}
