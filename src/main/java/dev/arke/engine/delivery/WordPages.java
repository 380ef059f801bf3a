package dev.arke.engine.delivery;

import dev.arke.alert.PageTemplate;
import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.engine.people.Directory;
import dev.arke.responder.ContactKind;
import dev.arke.template.Budget;
import dev.arke.template.PageVariables;
import dev.arke.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Says pages in their service's own words, where it has a template for the way they go. One that fails leaves the usual words,
 * and one that takes too long is left alone for some minutes: a page is never held up for its form, least of all for that of others'.
 */
final class WordPages {
    private static final int STEPS = 10_000;
    private static final Duration TIME = Duration.ofMillis(100);
    /** The first page loads what the others find there. */
    private static final Duration FIRST_TIME = Duration.ofMillis(500);
    /** All pages of one claim, which wait for each other. */
    private static final int STEPS_AT_ONCE = 100_000;

    private static final Duration TIME_AT_ONCE = Duration.ofMillis(250);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(5);
    private static final int MOST_KNOWN = 1_000;

    private final Consumer<TemplateFailure> failures;
    private final InstantSource clock;
    /** When those that were tried may be tried next. */
    private final Map<PageTemplate, Instant> next = new ConcurrentHashMap<>();

    /** {@code failures} is told of each, and must not wait for anything. */
    WordPages(Consumer<TemplateFailure> failures, InstantSource clock) {
        this.failures = failures;
        this.clock = clock;
    }

    /** {@code target}: whom it goes to; {@code code}: the number a text is answered by, 0 where there is none. */
    record Page(IncidentView view, ContactKind way, String target, int code) {}

    /** Says the pages that are made one after the other, and sent when all are made. */
    OneClaim forOneClaim() {
        return new OneClaim();
    }

    static Optional<PageTemplate> template(Page page, Directory directory) {
        var service = directory.service(page.view().incident().facts().serviceId());
        return Optional.ofNullable(service.templates().get(page.way()));
    }

    /** Those of one claim; for one thread. */
    final class OneClaim {
        private final Map<PageTemplate, Budget> budgets = new HashMap<>();

        Card of(Page page, Card usual, Directory directory) {
            return template(page, directory)
                    .filter(WordPages.this::mayBeTried)
                    .map(template -> of(template, page, usual, directory))
                    .orElse(usual);
        }

        private Card of(PageTemplate template, Page page, Card usual, Directory directory) {
            return switch (fill(template, page, usual, directory)) {
                case Templates.Page.Worded(var card) -> card;
                case Templates.Page.Failed(var problem, var cause, var isTooMuch) -> {
                    if (isTooMuch) next.put(template, clock.instant().plus(LEFT_ALONE));
                    var service = page.view().incident().facts().serviceId();
                    failures.accept(new TemplateFailure(service, page.way(), template, problem, cause));
                    yield usual;
                }
            };
        }

        private Templates.Page fill(PageTemplate template, Page page, Card usual, Directory directory) {
            boolean isFirst = next.putIfAbsent(template, clock.instant()) == null;
            var ofAll = budgets.computeIfAbsent(template, any -> new Budget(STEPS_AT_ONCE, TIME_AT_ONCE));
            var budget = isFirst ? budgetOfTheFirst() : new Budget(STEPS, TIME).within(ofAll);
            var filled = Templates.page(template, variables(page, directory), page.way(), usual, budget);
            if (!isFirst) ofAll.took(budget);
            return filled;
        }
    }

    private boolean mayBeTried(PageTemplate template) {
        if (next.size() > MOST_KNOWN) next.clear();
        var then = next.get(template);
        return then == null || !clock.instant().isBefore(then);
    }

    /** What the first page of a template may take, and one that is only looked at. */
    static Budget budgetOfTheFirst() {
        return new Budget(STEPS, FIRST_TIME);
    }

    static PageVariables variables(Page page, Directory directory) {
        var facts = page.view().incident().facts();
        var policy = directory.policy(facts.policyVersionId());
        return new PageVariables(
                page.view(),
                page.code() > 0 ? Integer.toString(page.code()) : Long.toString(facts.number()),
                page.target(),
                facts.integrationId()
                        .map(id -> directory.integration(id).name())
                        .orElse(""),
                policy.name(),
                policy.versionId().toString());
    }
}
