package dev.arke.engine.delivery;

import dev.arke.alert.PageTemplate;
import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.engine.people.Directory;
import dev.arke.responder.ContactKind;
import dev.arke.template.PageVariables;
import dev.arke.template.Templates;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says pages in their service's own words, where it has a template for the way they go. One that fails leaves the usual words:
 * a page is never held up for its form.
 */
final class WordPages {
    private final Consumer<TemplateFailure> failures;

    /** {@code failures} is told of each, and must not wait for anything. */
    WordPages(Consumer<TemplateFailure> failures) {
        this.failures = failures;
    }

    /** {@code target}: whom it goes to; {@code code}: the number a text is answered by, 0 where there is none. */
    record Page(IncidentView view, ContactKind way, String target, int code) {}

    Card of(Page page, Card usual, Directory directory) {
        return template(page, directory)
                .map(template -> of(template, page, usual, directory))
                .orElse(usual);
    }

    static Optional<PageTemplate> template(Page page, Directory directory) {
        var service = directory.service(page.view().incident().facts().serviceId());
        return Optional.ofNullable(service.templates().get(page.way()));
    }

    private Card of(PageTemplate template, Page page, Card usual, Directory directory) {
        return switch (Templates.page(template, variables(page, directory), page.way(), usual)) {
            case Templates.Page.Worded(var card) -> card;
            case Templates.Page.Failed(var problem, var cause) -> {
                var service = page.view().incident().facts().serviceId();
                failures.accept(new TemplateFailure(service, page.way(), template, problem, cause));
                yield usual;
            }
        };
    }

    private static PageVariables variables(Page page, Directory directory) {
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
