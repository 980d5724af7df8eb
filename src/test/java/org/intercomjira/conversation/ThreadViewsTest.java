package org.intercomjira.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Part;
import org.junit.jupiter.api.Test;

class ThreadViewsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Author SAM = new Author("admin", "5017692", "Sam Support", "sam@acme.example");
    private static final Author LEAD = new Author("lead", "6762f1261bb69f9f2193bbac", null, null);

    @Test
    void theFirstMessageGoesBeforeTheParts() {
        ThreadView view = view(part("note", "<p>mine</p>", SAM));

        assertThat(view.entries()).extracting(ThreadView.EntryView::kind).containsExactly("message", "note");
        assertThat(view.entries().get(0).author()).isEqualTo(new ThreadView.PersonView("lead", "#3bbac"));
        assertThat(view.left()).isEqualTo(110);
    }

    @Test
    void bodiesAreCleanAndAddressesOfPeopleStayOut() {
        ThreadView view = view(part("comment", "<p onclick=alert(1)>Hi<script>alert(1)</script></p>", SAM));

        assertThat(view.entries().get(1).html()).isEqualTo("<p>Hi</p>");
        assertThat(view.toString()).doesNotContain("sam@acme.example");
    }

    @Test
    void anEventMayHaveAText() {
        ThreadView.EntryView entry = view(part("open", "<p>Still broken</p>", LEAD)).entries().get(1);

        assertThat(entry.kind()).isEqualTo("event");
        assertThat(entry.event()).isEqualTo("open");
        assertThat(entry.html()).isEqualTo("<p>Still broken</p>");
    }

    @Test
    void whoeverIsAssignedIsNamedIfKnown() {
        Part known = new Part("1", "assignment", null, NOON, SAM, "5017692", List.of());
        Part unknown = new Part("2", "assignment", null, NOON, SAM, "99", List.of());

        assertThat(view(known, unknown).entries()).extracting(ThreadView.EntryView::assignee).containsExactly(null, "Sam Support", null);
    }

    @Test
    void onlyFilesWithAnAddressOfTheWebAreOffered() {
        Part part = new Part("1", "comment", null, NOON, SAM, null, List.of(new Part.Attachment("a.png", "https://files.example/a", "image/png", 12L),
                new Part.Attachment("b", "javascript:alert(1)", null, null)));

        assertThat(view(part).entries().get(1).files()).containsExactly(new ThreadView.FileView("a.png", "https://files.example/a", 12L));
    }

    private static Part part(String type, String html, Author author) {
        return new Part("1", type, html, NOON, author);
    }

    private static ThreadView view(Part... parts) {
        Contact contact = new Contact(LEAD.id(), Contact.Kind.LEAD, null, null);
        return ThreadViews.of(new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.CLOSED, contact, NOON, NOON,
                part("opening", "<p>Hi</p>", LEAD), List.of(parts), parts.length + 110), URI.create("https://app.intercom.com"));
    }
}
