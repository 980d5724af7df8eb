package org.intercomjira.link;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Profile;
import org.intercomjira.settings.VisibleFields;
import org.springframework.stereotype.Component;

/** Asks Intercom about a conversation's contact and the contact's companies, for the fields that the project shows. */
@Component
class Contacts {
    /** Cards are small. */
    private static final int MOST_COMPANIES = 5;

    private final IntercomClient intercom;

    Contacts(IntercomClient intercom) {
        this.intercom = intercom;
    }

    /** @param kind {@code user} or {@code lead}; null when Intercom did not say */
    record Answered(String kind, Details person, List<Details> companies) {
    }

    /**
     * What is to be shown. Somebody who is not there, or who may not be seen, has no details; every other failure is one, so that it is
     * tried again later.
     */
    CompletableFuture<Answer<Answered>> of(Access access, Contact contact, VisibleFields fields) {
        return intercom.contact(access, contact.id()).thenCompose(answer -> {
            if (answer instanceof Answer.Failed<Profile> failed) {
                return CompletableFuture.completedFuture(isNobody(failed.failure())
                        ? new Answer.Ok<>(new Answered(null, Details.NONE, List.of())) : new Answer.Failed<>(failed.failure()));
            }
            Profile person = ((Answer.Ok<Profile>) answer).value();
            boolean lead = person.role() == null ? contact.kind() == Contact.Kind.LEAD : person.role().equals("lead");
            String name = Contact.nameOf(person.name(), person.pseudonym(), contact.id(), lead);
            Details details = Details.of(name, person, lead ? fields.lead() : fields.user());
            String id = person.attribute("id").orElse(contact.id());
            return companies(access, id, fields.company()).thenApply(companies ->
                    new Answer.Ok<>(new Answered(lead ? "lead" : "user", details, companies)));
        });
    }

    private CompletableFuture<List<Details>> companies(Access access, String contact, List<String> visible) {
        if (visible.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return intercom.companies(access, contact).thenApply(answer -> answer instanceof Answer.Ok<List<Profile>> ok
                ? ok.value().stream().limit(MOST_COMPANIES).map(company -> Details.of(company.name(), company, visible)).toList() : List.of());
    }

    private static boolean isNobody(Failure failure) {
        return failure instanceof Failure.NotFound || failure instanceof Failure.Forbidden || failure instanceof Failure.Refused;
    }
}
