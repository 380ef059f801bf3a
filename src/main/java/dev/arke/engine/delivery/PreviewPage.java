package dev.arke.engine.delivery;

import dev.arke.alert.PageTemplate;
import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.chat.PageCard;
import dev.arke.chat.PagePhrases;
import dev.arke.chat.PageReason;
import dev.arke.chat.ShortPage;
import dev.arke.database.Transactions;
import dev.arke.engine.delivery.WordPages.Page;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentQuery;
import dev.arke.incident.IncidentQuery.State;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.ContactKind;
import dev.arke.template.Templates;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a page of a service says by one way of contact, made of what its last incident really was. Sends nothing. */
public final class PreviewPage {
    /** {@code number} of that incident; {@code problem} why its template failed; {@code isOwn}: there is a template. */
    public record Preview(long number, Card card, boolean isOwn, Optional<String> problem) {}

    private record Read(Directory directory, IncidentView view) {}

    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentQueryStore incidents;
    private final ReadIncidentViews views;

    public PreviewPage(
            Transactions transactions, ReadDirectory directory, IncidentQueryStore incidents, ReadIncidentViews views) {
        this.transactions = transactions;
        this.directory = directory;
        this.incidents = incidents;
        this.views = views;
    }

    /** As {@code reader} would get it; empty where the service has had no incident. */
    public Optional<Preview> preview(UUID serviceId, ContactKind way, String reader) {
        return preview(serviceId, way, reader, Optional.empty());
    }

    /** The same in the words of {@code tried} in place of the service's template. */
    Optional<Preview> preview(UUID serviceId, ContactKind way, String reader, Optional<PageTemplate> tried) {
        return transactions.read(() -> last(serviceId)).map(last -> {
            int code = way == ContactKind.SMS ? 1 : 0;
            var page = new Page(last.view(), way, reader, code);
            return preview(page, tried.or(() -> WordPages.template(page, last.directory())), last.directory());
        });
    }

    private Optional<Read> last(UUID serviceId) {
        var of = new IncidentQuery(Optional.of(Set.of(serviceId)), EnumSet.allOf(State.class), Set.of(), Set.of());
        var present = directory.current();
        return incidents.find(of, 1).stream()
                .flatMap(incident -> views.read(Set.of(incident.id()), present).values().stream())
                .findFirst()
                .map(view -> new Read(present, view));
    }

    private static Preview preview(Page page, Optional<PageTemplate> template, Directory directory) {
        var view = page.view();
        boolean isShort = page.way() == ContactKind.SMS || page.way() == ContactKind.CALL;
        var usual = isShort
                ? ShortPage.of(view, page.code(), PagePhrases.ENGLISH)
                : PageCard.page(view, new PageReason.OfStep(1), PagePhrases.ENGLISH);
        if (template.isEmpty()) return new Preview(view.number(), usual, false, Optional.empty());
        return switch (Templates.page(
                template.get(),
                WordPages.variables(page, directory),
                page.way(),
                usual,
                WordPages.budgetOfTheFirst())) {
            case Templates.Page.Worded(var card) -> new Preview(view.number(), card, true, Optional.empty());
            case Templates.Page.Failed failed -> new Preview(view.number(), usual, true, Optional.of(failed.problem()));
        };
    }
}
