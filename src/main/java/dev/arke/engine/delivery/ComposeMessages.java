package dev.arke.engine.delivery;

import dev.arke.card.Card;
import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import dev.arke.chat.AnswerCard;
import dev.arke.chat.BundleCard;
import dev.arke.chat.CodeCard;
import dev.arke.chat.DigestCard;
import dev.arke.chat.IncidentCard;
import dev.arke.chat.IncidentView;
import dev.arke.chat.LinkCard;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.NoticeWords;
import dev.arke.chat.PageCard;
import dev.arke.chat.PagePhrases;
import dev.arke.chat.QuestionCard;
import dev.arke.chat.ShortPage;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.Incident;
import dev.arke.incident.Question;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the message of each claimed row from how things stand, or finds that there is none to send. Pure. */
final class ComposeMessages {
    private final Present present;
    private final Carrier carrier;
    private final WordPages.OneClaim words;
    private final ComposeThreads threads;
    private final Instant now;

    ComposeMessages(Present present, Carrier carrier, WordPages words, Instant now) {
        this.words = words.forOneClaim();
        this.present = present;
        this.carrier = carrier;
        this.threads = new ComposeThreads(present, now);
        this.now = now;
    }

    /** For one row. */
    Prepared of(Delivery row) {
        if (row.isHandedOver()) return new Prepared.Settled(row, new Attempt.NothingHeard());
        return switch (row.kind()) {
            case PAGE -> row.state() == State.DELIVERED ? editedPage(row) : newPage(row);
            case CARD -> row.standsIn().isPresent() ? Prepared.nothing(row) : cardOf(row);
            case DIGEST -> message(row, Purpose.CARD, DigestCard.of(present.viewsOf(present.membersOf(row))));
            case THREAD -> threads.of(row, reader(row));
            case QUESTION -> question(row);
            case LINK -> row.state() == State.DELIVERED ? Prepared.nothing(row) : link(row);
            case CODE -> row.state() == State.DELIVERED ? Prepared.nothing(row) : code(row);
            case NOTICE -> row.state() == State.DELIVERED ? Prepared.nothing(row) : notice(row);
        };
    }

    /** For the pages of a bundle; the first one that is wanted is what the message is known by. */
    List<Prepared> of(List<Delivery> pages) {
        var wanted = pages.stream()
                .filter(page -> isWanted(page) && present.gone(page).isEmpty())
                .toList();
        if (wanted.size() < 2) return pages.stream().map(this::of).toList();
        var prepared = new ArrayList<Prepared>();
        prepared.add(bundle(wanted));
        pages.stream().filter(page -> !wanted.contains(page)).map(this::of).forEach(prepared::add);
        return prepared;
    }

    private Prepared bundle(List<Delivery> pages) {
        var lead = pages.getFirst();
        var message = new Message(
                lead.id(),
                purpose(lead),
                lead.to().address(),
                cardOfBundle(lead, pages),
                Optional.empty(),
                Optional.empty(),
                pages.stream().anyMatch(page -> page.progress().plain()),
                topic(pages),
                reader(lead));
        return new Prepared.ToSend(pages, message, Optional.empty(), Optional.empty());
    }

    /** The one incident that all of them are about. */
    private static Optional<UUID> topic(List<Delivery> pages) {
        var ids = pages.stream()
                .flatMap(page -> page.incidentId().stream())
                .distinct()
                .toList();
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }

    /** Of a question, or of a notice with words of its own about an incident. */
    private Optional<UUID> topicOfNotice(Delivery row) {
        return present.question(row)
                .map(Question::incidentId)
                .or(() -> row.words().flatMap(any -> row.aboutId()));
    }

    private static Purpose purpose(Delivery page) {
        return page.to().channel().isPresent() ? Purpose.CHANNEL_PAGE : Purpose.PAGE;
    }

    /** Several turns of one incident are told once. */
    private Card cardOfBundle(Delivery lead, List<Delivery> pages) {
        var views = present.viewsOf(pages).stream().distinct().toList();
        if (isShort()) return ShortPage.of(views, view -> replyCode(pages, view), phrases(lead));
        if (lead.to().channel().isEmpty()) return BundleCard.of(views, phrases(lead));
        return views.size() == 1 ? IncidentCard.pageOfChannel(views.getFirst()) : BundleCard.ofChannel(views);
    }

    /** Our words, for whom it goes to. */
    private Phrases phrases(Delivery row) {
        return PagePhrases.in(reader(row));
    }

    private Phrases notices(Delivery row) {
        return NoticePhrases.in(reader(row));
    }

    private Reader reader(Delivery row) {
        return row.to()
                .responderId()
                .map(id -> present.directory().readerOf(id))
                .orElse(Reader.ANYBODY);
    }

    /** Texts and calls have room for few words. */
    private boolean isShort() {
        return carrier.kind() == ContactKind.SMS || carrier.kind() == ContactKind.CALL;
    }

    private int replyCode(List<Delivery> pages, IncidentView view) {
        return pages.stream()
                .filter(page ->
                        page.incidentId().filter(view.incident().id()::equals).isPresent())
                .findFirst()
                .map(present::replyCode)
                .orElse(0);
    }

    /** Who was asked for after somebody had taken the incident is paged all the same. */
    private boolean isWanted(Delivery page) {
        return present.view(page)
                .filter(view -> switch (view.incident()) {
                    case Incident.Triggered ignored -> true;
                    case Incident.Acknowledged held -> !page.plannedAt().isBefore(held.since());
                    // Snoozing called off what waited.
                    case Incident.Snoozed ignored -> true;
                    case Incident.Resolved ignored -> false;
                })
                .isPresent();
    }

    private Prepared newPage(Delivery row) {
        var found = present.view(row);
        if (found.isEmpty()) return Prepared.unseen(row, now);
        if (!isWanted(row)) return Prepared.unwanted(row);
        var gone = present.gone(row);
        if (gone.isPresent()) return new Prepared.Settled(row, undelivered(row, gone.get()));
        var view = found.get();
        if (row.to().responderId().isPresent())
            return message(
                    row,
                    Purpose.PAGE,
                    worded(
                            row,
                            view,
                            isShort()
                                    ? ShortPage.of(view, present.replyCode(row), phrases(row))
                                    : PageCard.page(view, present.reason(row), phrases(row))));
        return row.to().carrier() == ContactKind.WEBHOOK
                ? message(row, Purpose.PAGE, worded(row, view, IncidentCard.of(view)))
                : message(row, Purpose.CHANNEL_PAGE, IncidentCard.pageOfChannel(view));
    }

    private static Attempt undelivered(Delivery row, String problem) {
        return Attempt.Sent.of(
                new Outcome.Undelivered(FailureReason.CANCELLED, problem),
                row.progress().shown().wanted());
    }

    /** In the service's own words, where it has some. */
    private Card worded(Delivery row, IncidentView view, Card usual) {
        var target = row.to()
                .responderId()
                .map(id -> present.directory().responder(id).name())
                .orElseGet(row.to()::toString);
        var page = new WordPages.Page(view, row.to().carrier(), target, present.replyCode(row));
        return words.of(page, usual, present.directory());
    }

    private Prepared editedPage(Delivery row) {
        var members = present.membersOf(row);
        if (row.standsIn().isPresent())
            return members.isEmpty() ? Prepared.nothing(row) : message(row, purpose(row), editedBundle(row, members));
        var view = present.view(row);
        if (view.isEmpty()) return Prepared.unseen(row, now);
        return row.to()
                .responderId()
                .map(id -> message(row, Purpose.PAGE, edited(row, view.get(), id)))
                .orElseGet(() -> message(row, Purpose.CHANNEL_PAGE, IncidentCard.pageOfChannel(view.get())));
    }

    /** Those that came again since are on another message. */
    private Card editedBundle(Delivery lead, List<Delivery> members) {
        var newest = members.stream().filter(page -> !present.cameAgain(page)).toList();
        return newest.isEmpty()
                ? BundleCard.cameAgain(
                        present.viewsOf(members).stream().distinct().toList(), phrases(lead))
                : cardOfBundle(lead, newest);
    }

    /** While nobody has it, it goes on paging in the same words. */
    private Card edited(Delivery row, IncidentView view, UUID reader) {
        if (present.cameAgain(row)) return PageCard.cameAgain(view, phrases(row));
        var name = present.directory().responder(reader).name();
        var usual = PageCard.edited(view, present.reason(row), name, phrases(row));
        return view.incident() instanceof Incident.Triggered ? worded(row, view, usual) : usual;
    }

    private Prepared cardOf(Delivery row) {
        return present.view(row)
                .map(view -> message(row, Purpose.CARD, IncidentCard.of(view)))
                .orElseGet(() -> Prepared.unseen(row, now));
    }

    private Prepared question(Delivery row) {
        var question = present.question(row);
        var isWanted = question.filter(one -> row.state() == State.DELIVERED || one.isOpen());
        if (isWanted.isEmpty()) return Prepared.unwanted(row);
        return present.view(isWanted.get())
                .map(view -> message(
                        row,
                        Purpose.NOTICE,
                        QuestionCard.of(view, isWanted.get(), row.to().carrier(), phrases(row))))
                .orElseGet(() -> Prepared.unseen(row, now));
    }

    /** None is sent any more when its time is over or the account says that it is somebody else's. */
    private Prepared link(Delivery row) {
        return present.link(row)
                .map(link -> message(
                        row,
                        Purpose.NOTICE,
                        LinkCard.of(link.account(), link.responder(), link.page(), link.expiresAt(), notices(row))))
                .orElseGet(() -> Prepared.unwanted(row));
    }

    private Prepared code(Delivery row) {
        return present.code(row)
                .map(code -> message(row, Purpose.NOTICE, CodeCard.of(code, carrier.kind(), phrases(row))))
                .orElseGet(() -> Prepared.unwanted(row));
    }

    private Prepared notice(Delivery row) {
        if (row.aboutId().isEmpty() || row.words().isPresent())
            return message(row, Purpose.NOTICE, NoticeWords.card(row.words().orElse("")));
        return present.question(row)
                .filter(question -> question.isOpen() || question.answer().isPresent())
                .map(question -> present.view(question)
                        .map(view -> message(
                                row, Purpose.NOTICE, AnswerCard.of(view, question, asked(question), notices(row))))
                        .orElseGet(() -> Prepared.unseen(row, now)))
                .orElseGet(() -> Prepared.unwanted(row));
    }

    private String asked(Question question) {
        return present.directory().responder(question.askedId()).name();
    }

    /** A first message, or an edit where the carrier can edit and knows what. */
    private Prepared message(Delivery row, Purpose purpose, Card card) {
        var ref = row.progress().shown().messageRef();
        if (row.isEdit() && (!carrier.canEdit() || ref.isEmpty())) return Prepared.nothing(row);
        var message = new Message(
                row.id(),
                purpose,
                row.to().address(),
                card,
                row.isEdit() ? ref : Optional.empty(),
                Optional.empty(),
                row.progress().plain(),
                row.incidentId().or(() -> topicOfNotice(row)),
                reader(row));
        return Prepared.ToSend.of(row, message);
    }
}
