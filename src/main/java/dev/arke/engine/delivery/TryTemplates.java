package dev.arke.engine.delivery;

import dev.arke.alert.PageTemplate;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import dev.arke.engine.delivery.PreviewPage.Preview;
import dev.arke.responder.ContactKind;
import dev.arke.template.Templates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Previews for programs, which may ask without end: one at a time and so many a minute, on each node, so that pages keep the
 * processor. A template that they bring is tried and forgotten. Safe for many threads.
 */
public final class TryTemplates {
    private static final RateScope PACE = new RateScope("previews", 30, Duration.ofMinutes(1));

    private final PreviewPage preview;
    private final InstantSource clock;
    private final RateLimit limit = new RateLimit();
    private final ReentrantLock busy = new ReentrantLock();

    public TryTemplates(PreviewPage preview, InstantSource clock) {
        this.preview = preview;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Shown(Preview preview) implements Outcome {}

        /** The service has had none. */
        record NoIncident() implements Outcome {}

        /** The team file would refuse it; {@code problem} is a sentence without its end. */
        record Unusable(String problem) implements Outcome {}

        /** Others are being made, or too many were. */
        record TooOften() implements Outcome {}
    }

    /** In the words that the service has. */
    public Outcome preview(UUID serviceId, ContactKind way, String reader) {
        return inTurn(() -> shown(preview.preview(serviceId, way, reader)));
    }

    /** In these words, were they its template. */
    public Outcome attempt(UUID serviceId, ContactKind way, String reader, PageTemplate template) {
        return inTurn(() -> problem(template)
                .<Outcome>map(Outcome.Unusable::new)
                .orElseGet(() -> shown(preview.preview(serviceId, way, reader, Optional.of(template)))));
    }

    private Outcome inTurn(Supplier<Outcome> what) {
        if (!busy.tryLock()) return new Outcome.TooOften();
        try {
            return limit.take(List.of(PACE), clock.instant()).isPresent() ? new Outcome.TooOften() : what.get();
        } finally {
            busy.unlock();
        }
    }

    private static Outcome shown(Optional<Preview> made) {
        return made.<Outcome>map(Outcome.Shown::new).orElseGet(Outcome.NoIncident::new);
    }

    private static Optional<String> problem(PageTemplate template) {
        return Templates.problem(template.subject())
                .map(what -> "subject cannot be used: it " + what)
                .or(() -> Templates.problem(template.body()).map(what -> "body cannot be used: it " + what));
    }
}
