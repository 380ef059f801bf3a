package dev.arke.engine.delivery;

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
import java.time.InstantSource;
import java.util.ArrayList;
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
    private final InstantSource clock;

    public PreviewPage(
            Transactions transactions,
            ReadDirectory directory,
            IncidentQueryStore incidents,
            ReadIncidentViews views,
            InstantSource clock) {
        this.transactions = transactions;
        this.directory = directory;
        this.incidents = incidents;
        this.views = views;
        this.clock = clock;
    }

    /** As {@code reader} would get it; empty where the service has had no incident. */
    public Optional<Preview> preview(UUID serviceId, ContactKind way, String reader) {
        return transactions.read(() -> last(serviceId)).map(last -> preview(last, way, reader));
    }

    private Optional<Read> last(UUID serviceId) {
        var of = new IncidentQuery(Optional.of(Set.of(serviceId)), EnumSet.allOf(State.class), Set.of(), Set.of());
        var present = directory.current();
        return incidents.find(of, 1).stream()
                .flatMap(incident -> views.read(Set.of(incident.id()), present).values().stream())
                .findFirst()
                .map(view -> new Read(present, view));
    }

    private Preview preview(Read last, ContactKind way, String reader) {
        boolean isShort = way == ContactKind.SMS || way == ContactKind.CALL;
        int code = way == ContactKind.SMS ? 1 : 0;
        var usual = isShort
                ? ShortPage.of(last.view(), code, PagePhrases.ENGLISH)
                : PageCard.page(last.view(), new PageReason.OfStep(1), PagePhrases.ENGLISH);
        var page = new Page(last.view(), way, reader, code);
        var problems = new ArrayList<String>();
        var card = new WordPages(failure -> problems.add(failure.problem()), clock)
                .forOneClaim()
                .of(page, usual, last.directory());
        return new Preview(
                last.view().number(),
                card,
                WordPages.template(page, last.directory()).isPresent(),
                problems.stream().findFirst());
    }
}
