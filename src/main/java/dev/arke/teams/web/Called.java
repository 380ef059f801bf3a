package dev.arke.teams.web;

import java.util.Optional;
import java.util.function.Function;

/** What came of one call of Teams. */
public sealed interface Called<T> {
    record Ok<T>(T answer) implements Called<T> {}

    record Failed<T>(TeamsFailure failure) implements Called<T> {}

    /** The answer put another way. */
    default <R> Called<R> map(Function<T, R> change) {
        return then(answer -> new Ok<>(change.apply(answer)));
    }

    /** The next call, made only when this one went well. */
    default <R> Called<R> then(Function<T, Called<R>> next) {
        return switch (this) {
            case Ok<T>(var answer) -> next.apply(answer);
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }

    default Optional<T> answered() {
        return this instanceof Ok<T>(var answer) ? Optional.of(answer) : Optional.empty();
    }

    default Optional<TeamsFailure> failed() {
        return this instanceof Failed<T>(var failure) ? Optional.of(failure) : Optional.empty();
    }
}
