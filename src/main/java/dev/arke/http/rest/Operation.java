package dev.arke.http.rest;

import dev.arke.responder.ApiScope;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/**
 * One thing a program can ask: where, with what, what comes of it, and what does it. Routes and document are both made of
 * these, so that neither says what the other does not. {@code path} is behind /api/v1, {@code body} and {@code answer}
 * are records; what answers a {@link String} answers CSV.
 */
record Operation(
        HandlerType method,
        String path,
        String id,
        String summary,
        ApiScope scope,
        List<Parameter> parameters,
        Optional<Class<?>> body,
        Class<?> answer,
        Doing doing) {
    static final String BASE = "/api/v1";

    /** What does it. */
    interface Doing {
        /** Makes the answer, or ends with a {@link RestRefusal}. */
        Object answer(Call call);
    }

    static Operation get(
            String path, String id, String summary, Class<?> answer, Doing doing, Parameter... parameters) {
        return new Operation(
                HandlerType.GET,
                path,
                id,
                summary,
                ApiScope.READ,
                List.of(parameters),
                Optional.empty(),
                answer,
                doing);
    }

    static Operation csv(String path, String id, String summary, Doing doing, Parameter... parameters) {
        return get(path, id, summary, String.class, doing, parameters);
    }

    static Operation post(
            String path,
            String id,
            String summary,
            Class<?> body,
            Class<?> answer,
            Doing doing,
            Parameter... parameters) {
        return get(path, id, summary, answer, doing, parameters).changing(HandlerType.POST, Optional.of(body));
    }

    static Operation patch(
            String path,
            String id,
            String summary,
            Class<?> body,
            Class<?> answer,
            Doing doing,
            Parameter... parameters) {
        return get(path, id, summary, answer, doing, parameters).changing(HandlerType.PATCH, Optional.of(body));
    }

    static Operation delete(
            String path, String id, String summary, Class<?> answer, Doing doing, Parameter... parameters) {
        return get(path, id, summary, answer, doing, parameters).changing(HandlerType.DELETE, Optional.empty());
    }

    private Operation changing(HandlerType by, Optional<Class<?>> taken) {
        return new Operation(by, path, id, summary, ApiScope.WRITE, parameters, taken, answer, doing);
    }

    String media() {
        return answer == String.class ? "text/csv" : "application/json";
    }
}
