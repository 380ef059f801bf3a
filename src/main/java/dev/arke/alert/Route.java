package dev.arke.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One rule of an integration: what happens to the alerts that all its matchers take; without matchers it takes all. */
public record Route(List<Matcher> matchers, Action action) {
    /** What a route does. */
    public sealed interface Action {
        /** Forget the alert. */
        record Drop() implements Action {}

        /** Send it on; what is empty stays as it would be without the route. {@code service} is a service's name. */
        record Send(Optional<String> service, Optional<Priority> priority, Optional<KeyTemplate> dedupKey)
                implements Action {}
    }

    public Route {
        matchers = List.copyOf(matchers);
    }

    public boolean takes(Alert alert) {
        return matchers.stream().allMatch(matcher -> matcher.matches(alert.labels()));
    }

    /** Its matchers as they are written, for texts: {@code team = web, env != prod}. */
    public String condition() {
        if (matchers.isEmpty()) return "all alerts";
        return matchers.stream().map(Matcher::toString).collect(Collectors.joining(", "));
    }
}
