package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.Owner;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.ContactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The words of a timeline. {@code names} gives a responder's name. */
public final class TimelineLines {
    private static final String ARKE = "Arke";

    private final Function<UUID, String> names;
    private final Phrases say;

    /** For a thread in a room. */
    public TimelineLines(Function<UUID, String> names) {
        this(names, LookPhrases.ENGLISH);
    }

    TimelineLines(Function<UUID, String> names, Phrases say) {
        this.names = names;
        this.say = say;
    }

    /** The lines as one reply in the thread below a card. */
    public Card card(List<TimelineEntry> entries) {
        var lines = entries.stream().map(this::line).toList();
        var body = lines.size() == 1 ? new Element.Paragraph(lines.getFirst()) : new Element.Lines(lines);
        // A lock screen shows the time by itself, and little else.
        var summary = PlainText.of(words(entries.getFirst()));
        return new Card(summary, Tone.NEUTRAL, List.of(), List.of(body), List.of(), List.of());
    }

    /** The lines as a post of its own, which says what it is about. */
    public Card post(IncidentView view, List<TimelineEntry> entries) {
        var card = card(entries);
        var title = List.of(
                Span.strong("#" + view.number()),
                Span.text(" " + view.incident().facts().summary()));
        return new Card(
                "#" + view.number() + " " + card.summary(), Tone.NEUTRAL, title, card.body(), List.of(), List.of());
    }

    /** Whether it is of interest to those who only want to know how an incident stands. */
    public static boolean isStateChange(TimelineEntry entry) {
        return switch (entry.event()) {
            case IncidentEvent.PriorityChanged ignored -> true;
            case IncidentEvent.LastResortReachesNobody ignored -> true;
            case IncidentEvent.Exhausted ignored -> true;
            case IncidentEvent.Acknowledged ignored -> true;
            case IncidentEvent.AckTimedOut ignored -> true;
            case IncidentEvent.Unacknowledged ignored -> true;
            case IncidentEvent.Snoozed ignored -> true;
            case IncidentEvent.SnoozeEnded ignored -> true;
            case IncidentEvent.FloodEnded ignored -> true;
            case IncidentEvent.Resolved ignored -> true;
            case IncidentEvent.Reopened ignored -> true;
            case IncidentEvent.Escalated ignored -> true;
            case IncidentEvent.Reassigned ignored -> true;
            case IncidentEvent.RespondersAdded ignored -> true;
            case IncidentEvent.Noted ignored -> true;
            case IncidentEvent.QuestionAsked ignored -> true;
            case IncidentEvent.QuestionAnswered ignored -> true;
            case IncidentEvent.MergedInto ignored -> true;
            case IncidentEvent.Absorbed ignored -> true;
            case IncidentEvent.RoomOpened ignored -> true;
            // The card itself says so.
            case IncidentEvent.Triggered ignored -> false;
            case IncidentEvent.StepFired ignored -> false;
            case IncidentEvent.LastResortFired ignored -> false;
            case IncidentEvent.AdminsPaged ignored -> false;
            case IncidentEvent.StepReachesNobody ignored -> false;
            case IncidentEvent.WithoutContactMethod ignored -> false;
            case IncidentEvent.NobodyReached ignored -> false;
            case IncidentEvent.PageDelivered ignored -> false;
            case IncidentEvent.PageFailed ignored -> false;
            case IncidentEvent.FloodBegan ignored -> false;
            case IncidentEvent.PlacePageFailed ignored -> false;
            case IncidentEvent.QuestionUnreached ignored -> false;
        };
    }

    /** "14:05 alice took it." */
    public List<Span> line(TimelineEntry entry) {
        var spans = new ArrayList<Span>();
        spans.add(Span.clock(entry.at()));
        spans.add(Span.text(" "));
        spans.addAll(words(entry));
        return spans;
    }

    /** The same without its time. */
    List<Span> words(TimelineEntry entry) {
        return words(entry.event(), who(entry));
    }

    private List<Span> words(IncidentEvent event, String who) {
        return switch (event) {
            case IncidentEvent.Triggered opened -> said("timeline.opened", who, priority(opened.priority()));
            case IncidentEvent.PriorityChanged changed -> priority(changed, who);
            case IncidentEvent.StepFired fired ->
                say.spans("timeline.step", List.of(text(fired.step()), paged(fired.people(), fired.places())));
            case IncidentEvent.LastResortFired fired ->
                say.spans("timeline.resort", List.of(paged(fired.people(), fired.places())));
            case IncidentEvent.AdminsPaged fired ->
                say.spans("timeline.admins", List.of(paged(fired.people(), fired.places())));
            case IncidentEvent.StepReachesNobody nobody -> said("timeline.step.nobody", nobody.step());
            case IncidentEvent.LastResortReachesNobody ignored -> said("timeline.resort.nobody");
            case IncidentEvent.WithoutContactMethod without ->
                say.spans("timeline.without", List.of(people(without.people())));
            case IncidentEvent.NobodyReached nobody ->
                nobody.people().isEmpty()
                        ? said("timeline.unreached.step")
                        : say.spans("timeline.unreached", List.of(people(nobody.people())));
            case IncidentEvent.Exhausted ignored -> said("timeline.exhausted");
            case IncidentEvent.PageDelivered delivered ->
                say.spans("timeline.delivered", mention(delivered.responderId()), Span.text(way(delivered.by())));
            case IncidentEvent.PageFailed failed ->
                say.spans(
                        "timeline.failed",
                        mention(failed.responderId()),
                        Span.text(way(failed.by())),
                        Span.text(failed.reason().word()),
                        Span.text(failed.problem()));
            case IncidentEvent.PlacePageFailed failed ->
                said("timeline.failed.place", failed.place(), failed.reason().word(), failed.problem());
            case IncidentEvent.FloodBegan began ->
                began.within()
                        .map(within -> said("timeline.quota", began.threshold(), ContactWords.length(within)))
                        .orElseGet(() -> said("timeline.flood", began.threshold()));
            case IncidentEvent.FloodEnded ended -> floodEnded(ended);
            case IncidentEvent.Acknowledged ignored -> said("timeline.taken", who);
            case IncidentEvent.AckTimedOut timedOut -> said("timeline.ack.timeout", timedOut.owner());
            case IncidentEvent.Unacknowledged ignored -> said("timeline.given.back", who);
            case IncidentEvent.Snoozed snoozed -> snoozed(snoozed, who);
            case IncidentEvent.SnoozeEnded ignored -> said("timeline.woken");
            case IncidentEvent.Resolved resolved ->
                resolved.note().isBlank()
                        ? said("timeline.resolved", who)
                        : said("timeline.resolved.why", who, resolved.note());
            case IncidentEvent.Reopened ignored -> said("timeline.reopened", who);
            case IncidentEvent.Escalated ignored -> said("timeline.escalated", who);
            case IncidentEvent.Reassigned reassigned ->
                say.spans("timeline.reassigned", Span.text(who), mention(reassigned.to()));
            case IncidentEvent.RespondersAdded added ->
                say.spans("timeline.added", List.of(text(who), people(added.people())));
            case IncidentEvent.Noted noted -> said("timeline.note", who, noted.text());
            case IncidentEvent.QuestionAsked asked ->
                say.spans("timeline.asks", Span.text(who), mention(asked.who()), Span.text(asked.question()));
            case IncidentEvent.QuestionAnswered answered ->
                said("timeline.answers", who, answered.asker(), answered.question(), answered.answer());
            case IncidentEvent.QuestionUnreached unreached ->
                say.spans("timeline.question.unreached", mention(unreached.who()));
            case IncidentEvent.MergedInto merged -> said("timeline.merged", who, merged.number());
            case IncidentEvent.Absorbed absorbed -> said("timeline.absorbed", who, absorbed.number());
            case IncidentEvent.RoomOpened opened -> said("timeline.room", who, opened.name());
        };
    }

    private List<Span> priority(IncidentEvent.PriorityChanged changed, String who) {
        var to = priority(changed.to());
        var from = priority(changed.from());
        return who.equals(ARKE) ? said("timeline.priority", to, from) : said("timeline.priority.by", to, from, who);
    }

    private String priority(Priority priority) {
        return IncidentWords.priority(priority, PagePhrases.in(say.reader()));
    }

    private List<Span> floodEnded(IncidentEvent.FloodEnded ended) {
        if (ended.firing() == 0) return said("timeline.flood.over.none", ended.collected());
        var sample = String.join(" · ", ended.sample());
        int more = ended.firing() - ended.sample().size();
        return more > 0
                ? said("timeline.flood.over.more", ended.collected(), ended.firing(), sample, more)
                : said("timeline.flood.over", ended.collected(), ended.firing(), sample);
    }

    private List<Span> snoozed(IncidentEvent.Snoozed snoozed, String who) {
        var until = Span.dateTime(snoozed.until());
        return snoozed.reason().isBlank()
                ? say.spans("timeline.snoozed", Span.text(who), until)
                : say.spans("timeline.snoozed.why", Span.text(who), until, Span.text(snoozed.reason()));
    }

    /** "alice", "alice (Teams)": with the chat in which they did it; the built-in one goes without saying. */
    private String who(TimelineEntry entry) {
        var by = new Owner(entry.actor());
        return (IncidentWords.isArke(by) ? ARKE : by.label())
                + entry.via()
                        .filter(chat -> chat != ContactKind.SANDBOX)
                        .map(chat -> " (" + way(chat) + ")")
                        .orElse("");
    }

    private String way(ContactKind kind) {
        return say.say("timeline.way." + kind.word());
    }

    private List<Span> said(String key, Object... parts) {
        return text(say.say(key, parts));
    }

    private static List<Span> text(Object words) {
        return List.of(Span.text(words.toString()));
    }

    private List<Span> people(Collection<UUID> people) {
        var spans = new ArrayList<Span>();
        for (var person : people.stream().sorted().toList()) {
            if (!spans.isEmpty()) spans.add(Span.text(", "));
            spans.add(mention(person));
        }
        return spans;
    }

    private List<Span> paged(Collection<UUID> people, List<String> places) {
        if (people.isEmpty() && places.isEmpty()) return said("nobody");
        var spans = new ArrayList<>(people(people));
        if (!spans.isEmpty() && !places.isEmpty()) spans.add(Span.text(", "));
        if (!places.isEmpty()) spans.add(Span.text(String.join(", ", places)));
        return spans;
    }

    private Span mention(UUID person) {
        return new Span.Mention(person, names.apply(person));
    }
}
