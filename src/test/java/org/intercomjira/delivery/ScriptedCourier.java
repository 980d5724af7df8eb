package org.intercomjira.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** Delivers at once, unless the test has said otherwise for a message; remembers every try. */
final class ScriptedCourier implements Courier {
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final Map<String, ConcurrentLinkedDeque<Runnable>> before = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedDeque<CompletionStage<Outcome>>> script = new ConcurrentHashMap<>();

    @Override
    public String type() {
        return "note";
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        attempts.add(attempt);
        String payload = attempt.message().payload();
        ConcurrentLinkedDeque<Runnable> steps = before.get(payload);
        Runnable step = steps == null ? null : steps.poll();
        if (step != null) {
            step.run();
        }
        ConcurrentLinkedDeque<CompletionStage<Outcome>> next = script.get(payload);
        CompletionStage<Outcome> outcome = next == null ? null : next.poll();
        return (outcome == null ? CompletableFuture.<Outcome>completedFuture(new Outcome.Delivered()) : outcome).thenApply(known -> {
            if (known instanceof Outcome.Delivered) {
                delivered.add(payload);
            }
            return known;
        });
    }

    /** The next tries of the message with this payload come to these outcomes, the ones after them are delivered. */
    void willAnswer(String payload, Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            willAnswer(payload, CompletableFuture.completedFuture(outcome));
        }
    }

    /** The next try of the message with this payload comes to whatever the test completes the future with. */
    CompletableFuture<Outcome> willWait(String payload) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        willAnswer(payload, outcome);
        return outcome;
    }

    /** The next tries of the message with this payload do this before they come to an outcome, as a rendering does. */
    void willDo(String payload, Runnable... steps) {
        before.computeIfAbsent(payload, unused -> new ConcurrentLinkedDeque<>()).addAll(List.of(steps));
    }

    private void willAnswer(String payload, CompletionStage<Outcome> outcome) {
        script.computeIfAbsent(payload, unused -> new ConcurrentLinkedDeque<>()).add(outcome);
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<Attempt> attemptsOf(String payload) {
        return attempts.stream().filter(attempt -> attempt.message().payload().equals(payload)).toList();
    }

    /** Payloads in the order of their delivery. */
    List<String> delivered() {
        return new ArrayList<>(delivered);
    }
}
