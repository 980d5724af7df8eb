package org.intercomjira.intercom;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.intercomjira.platform.Secret;
import org.springframework.stereotype.Component;

/**
 * Calls Intercom. No method blocks; no future fails with an exception: what went wrong is a {@link Failure}. A call may wait for
 * a few seconds before it goes out, when the rate limit of its token is nearly used up. A refusal that may be about the token is
 * confirmed with {@code GET /me}, see {@link AuthorisationCheck}.
 */
@Component
public class IntercomClient {
    /** One window of the rate limit, and a little: whoever would have to wait longer is told so instead. */
    private static final Duration LONGEST_IN_LINE = Duration.ofSeconds(11);
    /** A call that was begun has ended by then: its place in line, and its answer. */
    public static final Duration LONGEST_CALL = LONGEST_IN_LINE.plus(IntercomTransport.REQUEST_TIME_OUT);
    private static final int LONGEST_TOKEN = 2_000;

    private final IntercomRequests requests;
    private final IntercomTransport transport;
    private final RateLimits limits;
    private final AuthorisationCheck authorisation;

    IntercomClient(IntercomRequests requests, IntercomTransport transport, RateLimits limits) {
        this.requests = requests;
        this.transport = transport;
        this.limits = limits;
        this.authorisation = new AuthorisationCheck(this::me, limits.clock());
    }

    /** The token for a code that a teammate's consent gave. The code is sent as it came, with any {@code =} at its end. */
    public CompletableFuture<Answer<Secret>> exchangeCode(OAuthApp app, String code) {
        return transport.send(requests.exchangeCode(app, code)).thenApply(answer -> then(then(answer, transport::bodyOf), body -> {
            JsonView json = JsonView.of(body);
            return Optional.ofNullable(json.text("access_token", LONGEST_TOKEN)).or(() -> Optional.ofNullable(json.text("token", LONGEST_TOKEN)))
                .<Answer<Secret>>map(token -> new Answer.Ok<>(new Secret(token)))
                .orElseGet(() -> new Answer.Failed<>(new Failure.Unknown("unreadable_answer")));
        }));
    }

    /** Who the token belongs to. */
    public CompletableFuture<Answer<Identity>> me(Access access) {
        return unconfirmed(access, requests.me(access), body -> IntercomReader.identity(body, access.region()));
    }

    /** Takes the app out of the workspace, which revokes every token of it. A token that is already lost counts as success. */
    public CompletableFuture<Answer<Void>> uninstall(Access access) {
        return this.<Void>unconfirmed(access, requests.uninstall(access), body -> new Answer.Ok<>(null)).thenApply(answer ->
            answer instanceof Answer.Failed<Void> failed && failed.failure() instanceof Failure.AuthorisationLost
                ? new Answer.Ok<>(null) : answer);
    }

    /** The conversation with its most recent parts; their bodies are HTML. */
    public CompletableFuture<Answer<Conversation>> conversation(Access access, ConversationId id) {
        return call(access, requests.conversation(access, id), IntercomReader::conversation);
    }

    /**
     * Writes an internal note. Never repeated by the client: Intercom has no idempotency keys.
     *
     * @param html asked for when the call goes out, which may be seconds later: by then less may be allowed to be said, or it may be too
     *             late. When it throws, nothing is sent and the failure is {@link Failure.Unreachable}
     */
    public CompletableFuture<Answer<Conversation>> note(Access access, ConversationId id, TeammateId author, Supplier<String> html) {
        return call(access, () -> requests.note(access, id, author, html.get()), IntercomReader::conversation, LONGEST_IN_LINE);
    }

    /** Writes to the customer; otherwise as {@link #note}. */
    public CompletableFuture<Answer<Conversation>> reply(Access access, ConversationId id, TeammateId author, Supplier<String> html) {
        return call(access, () -> requests.reply(access, id, author, html.get()), IntercomReader::conversation, LONGEST_IN_LINE);
    }

    /**
     * Conversations whose first message has all these words, or whose subject, or whose author's e-mail or name has this text. They come
     * without parts. Intercom's index may be minutes behind.
     *
     * @param most at most 150
     */
    public CompletableFuture<Answer<List<Conversation>>> search(Access access, String typed, int most) {
        return call(access, requests.search(access, typed, most), IntercomReader::conversations);
    }

    /** A contact by Intercom's id. One that was merged into another is that other, whose id is the profile's attribute {@code id}. */
    public CompletableFuture<Answer<Profile>> contact(Access access, String id) {
        return contact(access, id, MergedContact.MOST_HOPS).thenCompose(answer -> authorisation.confirm(access, "/contacts/" + id, answer));
    }

    private CompletableFuture<Answer<Profile>> contact(Access access, String id, int hops) {
        return exchange(access, () -> requests.contact(access, id), Answer.Ok::new, LONGEST_IN_LINE).thenCompose(answer -> {
            Optional<String> successor = answer instanceof Answer.Ok<Reply> ok ? MergedContact.successor(ok.value()) : Optional.empty();
            return successor.isPresent() && hops > 0 ? contact(access, successor.get(), hops - 1)
                : CompletableFuture.completedFuture(then(then(answer, transport::bodyOf), ProfileReader::contact));
        });
    }

    /** The companies that a contact belongs to, at most the first 50. */
    public CompletableFuture<Answer<List<Profile>>> companies(Access access, String contact) {
        return call(access, requests.companies(access, contact), ProfileReader::companies);
    }

    /** The attributes that contacts or companies of the workspace have, those in the archive left out. */
    public CompletableFuture<Answer<List<DataAttribute>>> attributes(Access access, DataAttribute.Model model) {
        return call(access, requests.attributes(access, model), ProfileReader::attributes);
    }

    /** Opens a closed or snoozed conversation. */
    public CompletableFuture<Answer<Conversation>> open(Access access, ConversationId id, TeammateId author) {
        return call(access, requests.open(access, id, author), IntercomReader::conversation);
    }

    /** Takes the conversation from the teammate and the team that it is assigned to. */
    public CompletableFuture<Answer<Conversation>> unassign(Access access, ConversationId id, TeammateId author) {
        return call(access, requests.unassign(access, id, author), IntercomReader::conversation);
    }

    /** Whether the latest reply on this node was a proxy's that asks for a user name and password: for administrators to see. */
    public boolean isProxyLoginMissing() {
        return transport.isProxyLoginMissing();
    }

    private <T> CompletableFuture<Answer<T>> call(Access access, HttpRequest request, Function<String, Answer<T>> reader) {
        return call(access, () -> request, reader, LONGEST_IN_LINE);
    }

    private <T> CompletableFuture<Answer<T>> call(Access access, Supplier<HttpRequest> request, Function<String, Answer<T>> reader, Duration patience) {
        AtomicReference<String> path = new AtomicReference<>("");
        Supplier<HttpRequest> noted = () -> {
            HttpRequest wanted = request.get();
            path.set(wanted.uri().getPath());
            return wanted;
        };
        return exchange(access, noted, reply -> then(transport.bodyOf(reply), reader), patience)
            .thenCompose(answer -> authorisation.confirm(access, path.get(), answer));
    }

    /** A call whose refusal is about the token. */
    private <T> CompletableFuture<Answer<T>> unconfirmed(Access access, HttpRequest request, Function<String, Answer<T>> reader) {
        return exchange(access, () -> request, reply -> then(transport.bodyOf(reply), reader), LONGEST_IN_LINE);
    }

    private <T> CompletableFuture<Answer<T>> exchange(Access access, Supplier<HttpRequest> request, Function<Reply, Answer<T>> reader, Duration patience) {
        Object call = new Object();
        Duration wait = limits.enter(access, call);
        if (wait.compareTo(patience) > 0) {
            return CompletableFuture.completedFuture(new Answer.Failed<>(limits.fullFor(wait)));
        }
        if (!wait.isZero()) {
            return transport.after(wait, () -> exchange(access, request, reader, patience.minus(wait)));
        }
        HttpRequest wanted;
        try {
            wanted = request.get();
        } catch (RuntimeException | Error e) {
            // Nothing has left, whatever it is: a text that is too deep for the stack, a class that is gone with the plugin.
            limits.leave(access, call, null);
            return CompletableFuture.completedFuture(new Answer.Failed<>(new Failure.Unreachable("withdrawn")));
        }
        return transport.send(wanted).thenApply(answer -> {
            limits.leave(access, call, answer instanceof Answer.Ok<Reply> ok ? ok.value() : null);
            return then(answer, reply -> read(reply, reader));
        });
    }

    private static <T> Answer<T> read(Reply reply, Function<Reply, Answer<T>> reader) {
        try {
            return reader.apply(reply);
        } catch (RuntimeException | Error e) {
            return new Answer.Failed<>(new Failure.Unknown("unreadable_answer"));
        }
    }

    private static <T, R> Answer<R> then(Answer<T> answer, Function<? super T, Answer<R>> next) {
        return answer instanceof Answer.Ok<T> ok ? next.apply(ok.value()) : new Answer.Failed<>(((Answer.Failed<T>) answer).failure());
    }
}
