package org.intercomjira.intercom;

import java.util.function.Function;

/** What a call to Intercom came to: a value, or the reason why there is none. */
public sealed interface Answer<T> {
    /** Intercom answered with success. */
    record Ok<T>(T value) implements Answer<T> {
    }

    /** Intercom refused, or could not be reached. */
    record Failed<T>(Failure failure) implements Answer<T> {
    }

    /** The same answer with its value turned into something else; a failure stays as it is. */
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Ok<T> ok) {
            return new Ok<>(change.apply(ok.value()));
        }
        return new Failed<>(((Failed<T>) this).failure());
    }
}
