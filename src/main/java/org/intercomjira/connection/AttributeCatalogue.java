package org.intercomjira.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.DataAttribute;
import org.intercomjira.intercom.DataAttribute.Model;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.WorkspaceId;
import org.springframework.stereotype.Component;

/** The attributes of workspaces as Intercom told them, for some minutes from memory. */
@Component
class AttributeCatalogue {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** Somebody is waiting at a page that can do without. */
    private static final int PATIENCE_SECONDS = 8;

    private final IntercomClient intercom;
    private final Clock clock;
    private final Map<WorkspaceId, Told> told = new ConcurrentHashMap<>();

    AttributeCatalogue(IntercomClient intercom, Clock clock) {
        this.intercom = intercom;
        this.clock = clock;
    }

    /** Waits for Intercom when nothing is in memory. Failures are not remembered. */
    Answer<Map<Model, List<DataAttribute>>> of(WorkspaceId workspace, Access access) {
        Instant now = clock.instant();
        told.values().removeIf(old -> !now.isBefore(old.at().plus(LIFETIME)));
        Told known = told.get(workspace);
        if (known != null) {
            return new Answer.Ok<>(known.attributes());
        }
        Answer<Map<Model, List<DataAttribute>>> answer = ask(access);
        if (answer instanceof Answer.Ok<Map<Model, List<DataAttribute>>> ok) {
            told.put(workspace, new Told(now, ok.value()));
        }
        return answer;
    }

    private Answer<Map<Model, List<DataAttribute>>> ask(Access access) {
        CompletableFuture<Answer<List<DataAttribute>>> contacts = intercom.attributes(access, Model.CONTACT);
        CompletableFuture<Answer<List<DataAttribute>>> companies = intercom.attributes(access, Model.COMPANY);
        try {
            return contacts.thenCombine(companies, AttributeCatalogue::both).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return new Answer.Failed<>(new Failure.Unknown("timeout"));
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(new Failure.Unreachable("stopped"));
        }
    }

    private static Answer<Map<Model, List<DataAttribute>>> both(Answer<List<DataAttribute>> contacts, Answer<List<DataAttribute>> companies) {
        if (contacts instanceof Answer.Ok<List<DataAttribute>> ok) {
            return companies.map(list -> Map.of(Model.CONTACT, ok.value(), Model.COMPANY, list));
        }
        return new Answer.Failed<>(((Answer.Failed<List<DataAttribute>>) contacts).failure());
    }

    private record Told(Instant at, Map<Model, List<DataAttribute>> attributes) {
    }
}
